//! What an order says, without the time of its change.

use sha2::{Digest, Sha256};

/// The digest of an order's JSON, in which its own `updatedAt` counts for nothing: Shopify moves that time for changes
/// that are not in the order, our own among them.
pub fn hash(json: &str, updated_at: &str) -> String {
    let mut digest = Sha256::new();
    let mark = format!("\"updatedAt\":\"{updated_at}\"");
    match json.split_once(&mark) {
        Some((before, after)) => {
            digest.update(before);
            digest.update(after);
        }
        None => digest.update(json),
    }
    hex(&digest.finalize())
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let nibbles = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    nibbles.filter_map(|nibble| DIGITS.get(usize::from(nibble))).collect()
}
