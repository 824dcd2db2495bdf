//go:build tools

// Package cometbft pins the consensus engine: go.sum proves its source. Nothing here is ours to
// run; `go build` makes the engine's own programs.
package cometbft

import (
	_ "github.com/cometbft/cometbft/abci/cmd/abci-cli"
	_ "github.com/cometbft/cometbft/cmd/cometbft"
)
