// Prints the roots that Go IAVL gives to the operations of operations.json: the known answers of
// roots.json. All operations happen before the first save, so every node has version 1, which is
// the version that this project's trees always have.
package main

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"

	"cosmossdk.io/log"
	"github.com/cosmos/iavl"
	dbm "github.com/cosmos/iavl/db"
)

type batch struct {
	Set    []string `json:"set"`
	Delete []string `json:"delete"`
}

func main() {
	var cases [][]batch
	check(json.NewDecoder(os.Stdin).Decode(&cases))
	roots := make([][]string, 0, len(cases))
	for _, batches := range cases {
		tree := iavl.NewMutableTree(dbm.NewMemDB(), 0, false, log.NewNopLogger())
		list := make([]string, 0, len(batches))
		for _, b := range batches {
			for _, key := range b.Set {
				bytes := decode(key)
				_, err := tree.Set(bytes, append([]byte("value of "), bytes...))
				check(err)
			}
			for _, key := range b.Delete {
				_, _, err := tree.Remove(decode(key))
				check(err)
			}
			list = append(list, hex.EncodeToString(tree.WorkingHash()))
		}
		roots = append(roots, list)
	}
	out, err := json.MarshalIndent(roots, "", "  ")
	check(err)
	fmt.Println(string(out))
}

func decode(text string) []byte {
	bytes, err := hex.DecodeString(text)
	check(err)
	return bytes
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
