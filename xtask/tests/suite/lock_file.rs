//! What must not come in, by whatever way.

use crate::workspace::root;

/// One TLS library and one provider: rustls with ring.
const REFUSED: [&str; 6] = ["aws-lc-rs", "aws-lc-sys", "native-tls", "openssl", "openssl-src", "openssl-sys"];

#[test]
fn tls_is_rustls_with_ring_and_nothing_else() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    assert!(lock.contains("name = \"ring\""));
    for name in REFUSED {
        let line = format!("name = \"{name}\"\n");
        assert!(!lock.contains(&line), "{name} came in: find who brings it with `cargo tree --all-features -i {name}`");
    }
}
