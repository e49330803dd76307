#!/bin/bash
# A whole conversation with `curious serve`, in bash and jq: asks on the terminal, sends what is typed, and
# prints the letters.
#
#     bash curious-client.sh curious serve --pack child-sexual-exploitation

coproc SERVICE { exec "$@"; }
to=${SERVICE[1]} from=${SERVICE[0]} service=$SERVICE_PID
number=0

# Sends a request; its parameters are arguments of jq. Leaves the whole reply in $reply.
call() {
  local method=$1; shift
  jq -nc --arg method "$method" --argjson id $((++number)) "$@" \
    '{jsonrpc: "2.0", id: $id, method: $method, params: ($ARGS.named | del(.method, .id))}' >&"$to"
  IFS= read -r reply <&"$from" || { echo "The service has ended." >&2; exit 1; }
}

look() { jq -r "$1" <<<"$reply"; }

call conversation/start
conversation=$(look .result.conversation)
turn=$reply
while :; do
  reply=$turn
  look '(.result.standing[], .result.said[].text) | "\n" + .'
  [ "$(look .result.question)" = null ] && break
  look '.result.question | "\n" + .text, (.hint // empty),
    ((.schema.oneOf // .schema.items.oneOf // []) | to_entries[] | "  \(.key + 1) \(.value.title)")'
  IFS= read -r typed || break
  call conversation/answer --arg conversation "$conversation" --arg reply "$typed"
  if [ "$(look .error.data.command)" = back ]; then
    call conversation/back --arg conversation "$conversation"
  fi
  case $(look '.error.data | .command // .name') in
    null) turn=$reply ;;
    quit) break ;;
    *) look '"\n" + (.error.data.ways // .error.message)'
      turn=$(jq -c '.result.said = []' <<<"$turn") ;;
  esac
done
call conversation/draft --arg conversation "$conversation"
look '.result.letters[] | "\n----- \(.letter) -----\n\n" + .text'
call conversation/close --arg conversation "$conversation"
exec {to}>&-
wait "$service"
