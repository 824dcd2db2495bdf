// Verifies proofs with the Go verifier that IBC uses: one JSON claim a line on standard input,
// one verdict ("ok" or a reason) a line on standard output.
package main

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"

	ics23 "github.com/cosmos/ics23/go"
)

type claim struct {
	Spec  string `json:"spec"`
	Root  string `json:"root"`
	Key   string `json:"key"`
	Value string `json:"value"`
	Proof string `json:"proof"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var c claim
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			fmt.Println("bad claim:", err)
			continue
		}
		fmt.Println(verdict(c))
	}
}

func verdict(c claim) string {
	proof := &ics23.CommitmentProof{}
	if err := proof.Unmarshal(unhex(c.Proof)); err != nil {
		return "bad proof"
	}
	spec := ics23.IavlSpec
	if c.Spec == "tendermint" {
		spec = ics23.TendermintSpec
	}
	valid := false
	if c.Value == "" {
		valid = ics23.VerifyNonMembership(spec, unhex(c.Root), proof, unhex(c.Key))
	} else {
		valid = ics23.VerifyMembership(spec, unhex(c.Root), proof, unhex(c.Key), unhex(c.Value))
	}
	if valid {
		return "ok"
	}
	return "refused"
}

func unhex(text string) []byte {
	bytes, err := hex.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return bytes
}
