import ArgumentParser

/// The pack to use, given by its name or with `--pack`.
struct NamedPack: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The pack; the only one there unless given.", valueName: "pack"))
  var name: String?

  @OptionGroup var others: PackOptions

  func options() throws -> PackOptions {
    var options = others
    if let name, let other = options.pack, name != other {
      throw Failure.usage("Say which pack once: '\(name)' or --pack \(other).")
    }
    options.pack = name ?? options.pack
    return options
  }
}
