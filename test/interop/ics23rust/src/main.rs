//! Verifies proofs with the Rust verifier of Cosmos chains: one JSON claim a line on standard
//! input, one verdict ("ok" or a reason) a line on standard output.
use std::io::{self, BufRead, BufWriter, Write};

use ics23::{
    iavl_spec, tendermint_spec, verify_membership, verify_non_membership, CommitmentProof,
    HostFunctionsManager,
};
use prost::Message;
use serde::Deserialize;

#[derive(Deserialize)]
struct Claim {
    /// "iavl" or "tendermint".
    spec: String,
    /// The others are hex. An empty value claims an absence.
    root: String,
    key: String,
    value: String,
    proof: String,
}

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        writeln!(out, "{}", verdict(&line?))?;
    }
    out.flush()
}

fn verdict(line: &str) -> &'static str {
    let Ok(claim) = serde_json::from_str::<Claim>(line) else {
        return "bad claim";
    };
    let fields = [&claim.root, &claim.key, &claim.value, &claim.proof].map(hex::decode);
    let [Ok(root), Ok(key), Ok(value), Ok(bytes)] = fields else {
        return "bad claim";
    };
    let Ok(proof) = CommitmentProof::decode(bytes.as_slice()) else {
        return "bad proof";
    };
    let spec = if claim.spec == "iavl" { iavl_spec() } else { tendermint_spec() };
    let valid = if value.is_empty() {
        verify_non_membership::<HostFunctionsManager>(&proof, &spec, &root, &key)
    } else {
        verify_membership::<HostFunctionsManager>(&proof, &spec, &root, &key, &value)
    };
    if valid {
        "ok"
    } else {
        "refused"
    }
}
