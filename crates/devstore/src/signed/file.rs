use super::signature::{permission, permits};

/// The address under which the lines of a bulk operation are found until it expires.
pub(crate) fn file_address(base: &str, secret: &str, domain: &str, id: u64, expires: i64) -> String {
    let file = format!("{id}.jsonl");
    let signature = permission(secret, &meaning(domain, &file, expires));
    format!("{base}/_devstore/files/{domain}/{file}?expires={expires}&signature={signature}")
}

/// Whether the signature is the one of this file and time.
pub(crate) fn file_is_permitted(secret: &str, domain: &str, file: &str, expires: i64, signature: &str) -> bool {
    permits(secret, &meaning(domain, file, expires), signature)
}

fn meaning(domain: &str, file: &str, expires: i64) -> String {
    format!("{domain}/{file}?{expires}")
}
