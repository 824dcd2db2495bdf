// Signs a validator's votes in a process of its own, as tmkms or Horcrux do: dials the node whose
// config.toml has priv_validator_laddr, with the key and the record of votes in the given files.
// The protocol and the protection against double signatures are CometBFT's own.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/cometbft/cometbft/crypto/ed25519"
	"github.com/cometbft/cometbft/libs/log"
	cmtnet "github.com/cometbft/cometbft/libs/net"
	"github.com/cometbft/cometbft/privval"
)

const connectTimeout = 3 * time.Second

// Between two attempts to reach the node, and how many before giving up: two minutes.
const (
	retryWait  = 200 * time.Millisecond
	maxRetries = 600
)

func dialer(address string) (privval.SocketDialer, error) {
	protocol, place := cmtnet.ProtocolAndAddress(address)
	switch protocol {
	case "unix":
		return privval.DialUnixFn(place), nil
	case "tcp":
		return privval.DialTCPFn(place, connectTimeout, ed25519.GenPrivKey()), nil
	}
	return nil, fmt.Errorf("%s is neither tcp:// nor unix://", address)
}

func run() error {
	address := flag.String("addr", "", "the node's priv_validator_laddr")
	chainID := flag.String("chain-id", "", "the only chain that is signed for")
	keyPath := flag.String("key", "", "priv_validator_key.json")
	statePath := flag.String("state", "", "priv_validator_state.json")
	flag.Parse()
	dial, err := dialer(*address)
	if err != nil {
		return err
	}
	logger := log.NewTMLogger(log.NewSyncWriter(os.Stdout))
	endpoint := privval.NewSignerDialerEndpoint(logger, dial,
		privval.SignerDialerEndpointRetryWaitInterval(retryWait),
		privval.SignerDialerEndpointConnRetries(maxRetries))
	key := privval.LoadFilePV(*keyPath, *statePath)
	server := privval.NewSignerServer(endpoint, *chainID, key)
	if err := server.Start(); err != nil {
		return err
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	<-signals
	return server.Stop()
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "remotesigner:", err)
		os.Exit(1)
	}
}
