// How a proof is read: the fields of aegis.checkpoints.v1.CheckpointProof.
package main

import (
	"errors"

	"google.golang.org/protobuf/encoding/protowire"
)

type member struct {
	slot, power uint64
	key         []byte
}

type proof struct {
	chainID                                                    string
	epoch, height, totalPower                                  uint64
	blockHash, appHash, root, totalKey, signers, sig, siblings []byte
	absent                                                     []member
}

// A field of a message: its number, and its integer or bytes.
type field struct {
	number  protowire.Number
	integer uint64
	data    []byte
}

func fields(message []byte) ([]field, error) {
	var list []field
	for len(message) > 0 {
		number, kind, n := protowire.ConsumeTag(message)
		if n < 0 {
			return nil, errors.New("malformed: tag")
		}
		message = message[n:]
		one := field{number: number}
		switch kind {
		case protowire.VarintType:
			one.integer, n = protowire.ConsumeVarint(message)
		case protowire.BytesType:
			one.data, n = protowire.ConsumeBytes(message)
		default:
			return nil, errors.New("malformed: wire type")
		}
		if n < 0 {
			return nil, errors.New("malformed: truncated")
		}
		message = message[n:]
		list = append(list, one)
	}
	return list, nil
}

func readMember(message []byte) (member, error) {
	var m member
	list, err := fields(message)
	for _, f := range list {
		switch f.number {
		case 1:
			m.slot = f.integer
		case 2:
			m.key = f.data
		case 3:
			m.power = f.integer
		default:
			return m, errors.New("malformed: unknown field of a member")
		}
	}
	return m, err
}

func readProof(message []byte) (proof, error) {
	var p proof
	list, err := fields(message)
	if err != nil {
		return p, err
	}
	integers := map[protowire.Number]*uint64{2: &p.epoch, 3: &p.height, 7: &p.totalPower}
	texts := map[protowire.Number]*[]byte{
		4: &p.blockHash, 5: &p.appHash, 6: &p.root, 8: &p.totalKey,
		9: &p.signers, 10: &p.sig, 12: &p.siblings,
	}
	for _, f := range list {
		switch {
		case f.number == 1:
			p.chainID = string(f.data)
		case integers[f.number] != nil:
			*integers[f.number] = f.integer
		case texts[f.number] != nil:
			*texts[f.number] = f.data
		case f.number == 11:
			m, err := readMember(f.data)
			if err != nil {
				return p, err
			}
			p.absent = append(p.absent, m)
		default:
			return p, errors.New("malformed: unknown field")
		}
	}
	for _, hash := range [][]byte{p.blockHash, p.appHash, p.root} {
		if len(hash) != 32 {
			return p, errors.New("malformed: a hash has 32 bytes")
		}
	}
	if len(p.totalKey) != 96 || len(p.sig) != 96 {
		return p, errors.New("malformed: a key or the signature has 96 bytes")
	}
	return p, nil
}
