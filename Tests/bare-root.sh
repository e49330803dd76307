#!/usr/bin/env bash
# Installs the tarball in a bare root of a Debian release, by the two lines that make dist prints, and talks to it
# there: bare-root.sh TARBALL RELEASE, such as bookworm.
set -eu
tarball=$(realpath "$1")
name=$(basename "$tarball" .tar.gz)
release=$2
[ "$(id -u)" = 0 ] || { echo "skipped: a bare root needs root"; exit 0; }
root=$(mktemp -d)
chmod 755 "$root"
trap 'umount "$root/proc" 2>/dev/null; rm -rf "$root"' EXIT
debootstrap --variant=minbase "$release" "$root" >"$root.log" 2>&1 \
  || { tail -3 "$root.log"; echo "no bare root of $release could be made"; exit 1; }
rm -f "$root.log"
! chroot "$root" sh -c 'command -v swift' || { echo "this root has Swift"; exit 1; }
mount -t proc proc "$root/proc"
cp "$tarball" "$root/root/"
chroot "$root" sh -ec "cd /root && tar xzf $name.tar.gz && cp -R $name/. /usr/local/"
chroot "$root" useradd -m other
letter=$(printf '%s\n' no 'at school' 'A car.' '' 14 none | chroot "$root" su other -c curious 2>"$root/errors" || true)
case $letter in
  *'What happened: A car.'*) echo "talks, from another user" ;;
  *) echo "no letter: $letter"; cat "$root/errors"; exit 1 ;;
esac
chroot "$root" su other -c 'curious test'
chroot "$root" su other -c 'echo "{\"answers\":{}}" | curious draft --format docx,html,eml --output /tmp/letters >/dev/null'
for ending in docx html eml; do
  chroot "$root" sh -c "ls /tmp/letters/*.$ending" || { echo "no letter in $ending"; exit 1; }
done
chroot "$root" sh -c 'cd /usr/local && test -f share/man/man1/curious.1 \
  && test -s share/doc/curious/Documentation/line-protocol.md \
  && test -s share/doc/curious/Sources/LineService/Schemas/line-protocol.schema.json \
  && test -s share/bash-completion/completions/curious && test -s share/doc/curious/licences/GPL-3.txt'
echo "installed and used in a bare root of Debian $release"
