use access::{Error, Vault};
use runtime::Random;
use secrecy::ExposeSecret;

fn vault(key: u8) -> Vault {
    Vault::with_key([key; 32], Random::seeded(1))
}

#[test]
fn a_sealed_secret_opens_again() {
    let vault = vault(1);
    let sealed = vault.seal("shop MAIN", "shpat_secret").unwrap();
    assert!(!sealed.contains("secret"));
    assert_eq!(vault.open("shop MAIN", &sealed).unwrap().expose_secret(), "shpat_secret");
    assert_ne!(vault.seal("shop MAIN", "shpat_secret").unwrap(), sealed);
}

#[test]
fn what_was_changed_or_sealed_otherwise_does_not_open() {
    let vault = vault(1);
    let sealed = vault.seal("shop MAIN", "shpat_secret").unwrap();
    for at in 3..sealed.len() {
        let mut letters: Vec<u8> = sealed.clone().into_bytes();
        letters[at] = if letters[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(letters).unwrap();
        assert!(matches!(vault.open("shop MAIN", &changed), Err(Error::Sealed(_))), "{at}");
    }
    for text in ["", "v1.", "v1.AAAA", "v2.AAAA", &sealed[..sealed.len() - 4], "shpat_secret"] {
        assert!(matches!(vault.open("shop MAIN", text), Err(Error::Sealed(_))));
    }
    assert!(matches!(vault.open("shop OTHER", &sealed), Err(Error::Sealed(_))));
    let error = self::vault(2).open("shop MAIN", &sealed).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a sealed secret (shop MAIN) does not open: it was changed, or sealed with another key; \
         restore the key file, or enter the secret again"
    );
}

#[test]
fn a_key_file_is_made_once_and_for_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kobling.key");
    let sealed = Vault::create(&path).unwrap().seal("test", "secret").unwrap();
    assert_eq!(Vault::load(&path).unwrap().open("test", &sealed).unwrap().expose_secret(), "secret");
    assert!(matches!(Vault::create(&path), Err(Error::KeyFileExists(_))));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_key_file_that_is_missing_or_holds_no_key_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kobling.key");
    let missing = Vault::load(&path).unwrap_err();
    assert!(matches!(missing, Error::KeyFile { .. }) && missing.to_string().contains("KOBLING_KEY_FILE"));
    for content in [&b"too short"[..], b"", &[0xff; 40]] {
        std::fs::write(&path, content).unwrap();
        assert!(matches!(Vault::load(&path), Err(Error::NoKey(_))));
    }
}
