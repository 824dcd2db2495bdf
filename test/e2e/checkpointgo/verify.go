// What makes a proof right.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"

	bls "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

const (
	depth    = 16
	leaves   = 1 << depth
	slotsMax = 48_000
	powerMax = 1<<53 - 1
	// The ciphersuite that proves possession; the library of the chain signs with it.
	tag = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_"
)

// Parts of a preimage as protocol.md joins them.
func text(s []byte) []byte {
	return append(binary.BigEndian.AppendUint32(nil, uint32(len(s))), s...)
}

func integer(i uint64) []byte { return binary.BigEndian.AppendUint64(nil, i) }

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

func commitment(p proof) [32]byte {
	return sha256.Sum256(join([]byte("aegis/validator-set/v1"), text([]byte(p.chainID)),
		integer(p.epoch), p.root, integer(p.totalPower), text(p.totalKey)))
}

func message(p proof, set []byte) []byte {
	return join([]byte("aegis/checkpoint/v1"), text([]byte(p.chainID)), integer(p.epoch),
		integer(p.height), p.blockHash, p.appHash, set)
}

// What is known of the slots below a node.
const (
	nobody = iota
	signed
	mixed
)

// root rebuilds the root of the tree: absent members are hashed, signers stand behind siblings.
func root(p proof) ([]byte, error) {
	if len(p.signers) > slotsMax/8 {
		return nil, errors.New("bitfield: too long")
	}
	kinds := make([]byte, 2*leaves)
	for slot := 0; slot < 8*len(p.signers); slot++ {
		if p.signers[slot/8]>>(slot%8)&1 == 1 {
			kinds[leaves+slot] = signed
		}
	}
	next := uint64(0)
	for _, m := range p.absent {
		if m.slot < next || m.slot >= uint64(8*len(p.signers)) {
			return nil, errors.New("absent: order")
		}
		if kinds[leaves+int(m.slot)] == signed {
			return nil, errors.New("absent: signed too")
		}
		kinds[leaves+int(m.slot)] = mixed
		next = m.slot + 1
	}
	last := 8 * (len(p.signers) - 1)
	if last >= 0 && p.signers[len(p.signers)-1] == 0 && next <= uint64(last) {
		return nil, errors.New("bitfield: not the shortest")
	}
	for node := leaves - 1; node > 0; node-- {
		kinds[node] = mixed
		if kinds[2*node] == kinds[2*node+1] {
			kinds[node] = kinds[2*node]
		}
	}
	siblings, absent := p.siblings, p.absent
	empty := make([]byte, 32)
	var failure error
	var hash func(node int) []byte
	hash = func(node int) []byte {
		switch {
		case kinds[node] == nobody:
			return empty
		case kinds[node] == signed:
			if len(siblings) < 32 {
				failure = errors.New("siblings: too few")
				return empty
			}
			one := siblings[:32]
			siblings = siblings[32:]
			if bytes.Equal(one, empty) {
				failure = errors.New("siblings: an empty one")
			}
			return one
		case node >= leaves:
			m := absent[0]
			absent = absent[1:]
			sum := sha256.Sum256(join([]byte{0}, integer(m.slot), m.key, integer(m.power)))
			return sum[:]
		default:
			left := hash(2 * node)
			sum := sha256.Sum256(join([]byte{1}, left, hash(2*node+1)))
			return sum[:]
		}
	}
	top := hash(1)
	if failure == nil && len(siblings) > 0 {
		failure = errors.New("siblings: too many")
	}
	return top, failure
}

func point(raw []byte) (bls.G1Affine, error) {
	var p bls.G1Affine
	// Keys are uncompressed: the highest bits of the first byte say so.
	if len(raw) != 96 || raw[0]&0xe0 != 0 {
		return p, errors.New("key: not uncompressed")
	}
	_, err := p.SetBytes(raw)
	return p, err
}

// verify returns the power that signed.
func verify(p proof, trusted []byte) (uint64, error) {
	own := commitment(p)
	if !bytes.Equal(own[:], trusted) {
		return 0, errors.New("another validator set: the commitment differs")
	}
	absentPower := uint64(0)
	for _, m := range p.absent {
		if m.power == 0 || m.power > powerMax || len(m.key) != 96 {
			return 0, errors.New("absent: malformed member")
		}
		absentPower += m.power
		if absentPower > p.totalPower {
			return 0, errors.New("absent: more power than there is")
		}
	}
	power := p.totalPower - absentPower
	// Powers are below 2^53, so that nothing overflows.
	if p.totalPower > powerMax || 3*power <= 2*p.totalPower {
		return 0, errors.New("two thirds of the power or less signed")
	}
	top, err := root(p)
	if err != nil {
		return 0, err
	}
	if !bytes.Equal(top, p.root) {
		return 0, errors.New("the tree has another root")
	}
	total, err := point(p.totalKey)
	if err != nil {
		return 0, err
	}
	var sum bls.G1Jac
	sum.FromAffine(&total)
	for _, m := range p.absent {
		key, err := point(m.key)
		if err != nil {
			return 0, err
		}
		key.Neg(&key)
		sum.AddMixed(&key)
	}
	var signers bls.G1Affine
	signers.FromJacobian(&sum)
	if signers.IsInfinity() {
		return 0, errors.New("the keys of the signers cancel out")
	}
	var sig bls.G2Affine
	if _, err := sig.SetBytes(p.sig); err != nil || p.sig[0]&0x80 == 0 {
		return 0, errors.New("signature: not a point")
	}
	hashed, err := bls.HashToG2(message(p, trusted), []byte(tag))
	if err != nil {
		return 0, err
	}
	_, _, generator, _ := bls.Generators()
	generator.Neg(&generator)
	ok, err := bls.PairingCheck([]bls.G1Affine{signers, generator}, []bls.G2Affine{hashed, sig})
	if err != nil || !ok {
		return 0, errors.New("the signature is not that of the signers")
	}
	return power, nil
}
