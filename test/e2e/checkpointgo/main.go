// Command checkpointgo verifies the proof of a checkpoint. It knows nothing but the proof, the
// commitment of the validator set and the format's description in app/checkpoint/README.md.
//
//	checkpointgo FILE COMMITMENT-IN-HEX
//
// It ends with 0 and what was proven, or with 1 and why the proof is refused.
package main

import (
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"time"
)

func run(file, trusted string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	set, err := hex.DecodeString(trusted)
	if err != nil || len(set) != 32 {
		return errors.New("the commitment has 32 bytes in hex")
	}
	start := time.Now()
	p, err := readProof(data)
	if err != nil {
		return err
	}
	power, err := verify(p, set)
	if err != nil {
		return err
	}
	took := time.Since(start)
	fmt.Printf("final: epoch %d of %s, height %d\nblock %x\napp %x\n", p.epoch, p.chainID, p.height,
		p.blockHash, p.appHash)
	fmt.Printf("signed: %d of %d ASI, %d members absent\n", power, p.totalPower, len(p.absent))
	fmt.Printf("proof: %d bytes, verified in %.1f ms\n", len(data), float64(took.Microseconds())/1000)
	return nil
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: checkpointgo FILE COMMITMENT-IN-HEX")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "refused:", err)
		os.Exit(1)
	}
}
