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

#[test]
fn a_change_of_the_key_may_stop_anywhere_and_everything_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kobling.key");
    let first = Vault::create(&path).unwrap();
    let (elsewhere, written) = (Vault::load(&path).unwrap(), || std::fs::read_to_string(&path).unwrap());
    let (before, sealed) = (written(), first.seal("test", "secret").unwrap());
    let opens = |vault: &Vault, sealed: &str| vault.open("test", sealed).is_ok();

    first.add_key().unwrap();
    let both = written();
    assert!(first.count() == 2 && both.ends_with(&before) && both != before);
    first.add_key().unwrap();
    assert_eq!(written(), both, "what was begun goes on with the key that it began with");
    let anew = first.seal("test", "secret").unwrap();
    for vault in [&first, &elsewhere, &Vault::load(&path).unwrap()] {
        assert!(opens(vault, &sealed) && opens(vault, &anew), "both open while both keys are there");
    }

    first.forget_old_keys().unwrap();
    assert_eq!(format!("{}{before}", written()), both, "the new key is left alone");
    assert!(opens(&elsewhere, &elsewhere.seal("test", "x").unwrap()));
    assert!(opens(&Vault::load(&path).unwrap(), &elsewhere.seal("test", "x").unwrap()), "others seal with the new key");
    assert!(opens(&first, &anew) && !opens(&first, &sealed) && !opens(&elsewhere, &sealed));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn keys_may_be_given_without_a_file() {
    let (old, new) = (Vault::new_key(), Vault::new_key());
    let sealed = Vault::given(&old).unwrap().seal("test", "secret").unwrap();
    let both = format!("{} {}", new.expose_secret(), old.expose_secret()).into();
    let vault = Vault::given(&both).unwrap();
    assert!(vault.count() == 2 && vault.open("test", &sealed).is_ok());
    let anew = vault.seal("test", "secret").unwrap();
    assert!(Vault::given(&new).unwrap().open("test", &anew).is_ok());
    assert!(Vault::given(&old).unwrap().open("test", &anew).is_err());
    let none = Vault::given(&"shpat_secret".into()).unwrap_err().to_string();
    assert!(none.contains("KOBLING_KEY") && !none.contains("secret"), "{none}");
}
