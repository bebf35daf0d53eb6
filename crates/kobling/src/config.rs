use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use access::Vault;
use anyhow::{Context, Result, bail};
use clap::Args;
use database::Location;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use uuid::Uuid;

/// The file as it comes: every setting with its default, commented out.
pub const DEFAULT_FILE: &str = include_str!("../../../config/kobling.toml");
const FILE: &str = "kobling.toml";

/// Where the company's data is.
#[derive(Args, Clone, Debug, Default)]
pub struct Place {
    /// The folder with the settings, the key and, unless said otherwise, the database.
    #[arg(
        long,
        global = true,
        help_heading = "Company",
        value_name = "DIR",
        env = "KOBLING_DATA_DIR",
        hide_env_values = true
    )]
    pub data_dir: Option<PathBuf>,
    /// The database: sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME.
    #[arg(
        long,
        global = true,
        help_heading = "Company",
        value_name = "ADDRESS",
        env = "KOBLING_DATABASE",
        hide_env_values = true
    )]
    pub database: Option<String>,
    /// The file with the key that secrets are sealed with.
    #[arg(
        long,
        global = true,
        help_heading = "Company",
        value_name = "FILE",
        env = "KOBLING_KEY_FILE",
        hide_env_values = true
    )]
    pub key_file: Option<PathBuf>,
}

/// The settings, after flags, environment and file.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder of the company.
    pub data_dir: PathBuf,
    /// Its database.
    pub database: Location,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The address by which others reach the server, for every command: one beside the server registers webhooks, too.
    pub public_url: Option<String>,
    /// The key that secrets are sealed with.
    pub key_file: PathBuf,
    /// The key itself, where the environment has it: then there is no file.
    pub key: Option<SecretString>,
    /// Which installation this is, where the environment says it: then there is no file.
    pub installation: Option<Uuid>,
    /// The mail server, with its password, if there is one.
    pub smtp: Option<SecretString>,
    /// In whose name mail is sent.
    pub mail_from: String,
    /// How many jobs one process runs at once.
    pub slots: usize,
    /// Whether outbound webhooks may go to this machine.
    pub webhooks_to_this_machine: bool,
    /// The hosts to which access tokens may be sent beside those of their stores.
    pub admin_hosts: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct File {
    database: Option<String>,
    listen: Option<SocketAddr>,
    public_url: Option<String>,
    key_file: Option<PathBuf>,
    smtp: Option<SecretString>,
    mail_from: Option<String>,
    slots: Option<usize>,
    webhooks_to_this_machine: Option<bool>,
    admin_hosts: Vec<String>,
}

impl Config {
    /// The settings of the company at `place`.
    ///
    /// # Errors
    /// A file that can't be read, or an address that is none.
    pub fn read(place: &Place) -> Result<Self> {
        let data_dir = place.data_dir.clone().unwrap_or_else(default_data_dir);
        let path = data_dir.join(FILE);
        let file = match std::fs::read_to_string(&path) {
            Ok(text) => parse(&text).with_context(|| format!("{} can't be read", path.display()))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => File::default(),
            Err(error) => bail!("{} can't be read: {error}", path.display()),
        };
        Self::resolve(data_dir, place, file)
    }

    fn resolve(data_dir: PathBuf, place: &Place, file: File) -> Result<Self> {
        let database = match (&place.database, file.database) {
            // A path on the command line begins where the command was given.
            (Some(given), _) => given.parse()?,
            (None, Some(in_file)) => within(&data_dir, in_file.parse()?),
            (None, None) => Location::Sqlite(data_dir.join("kobling.db")),
        };
        Ok(Self {
            database,
            listen: file.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
            public_url: secret_of("KOBLING_PUBLIC_URL")
                .map_or(file.public_url, |url| Some(url.expose_secret().to_owned()))
                .as_deref()
                .and_then(address),
            key_file: match (&place.key_file, file.key_file) {
                (Some(given), _) => given.clone(),
                (None, in_file) => data_dir.join(in_file.unwrap_or_else(|| "kobling.key".into())),
            },
            key: secret_of("KOBLING_KEY"),
            installation: match secret_of("KOBLING_INSTALLATION") {
                None => None,
                Some(id) => Some(
                    Uuid::parse_str(id.expose_secret().trim())
                        .context("KOBLING_INSTALLATION holds no installation id")?,
                ),
            },
            smtp: secret_of("KOBLING_SMTP").or(file.smtp).filter(|url| !url.expose_secret().is_empty()),
            mail_from: file.mail_from.unwrap_or_else(|| "Kobling <kobling@localhost>".to_owned()),
            slots: file.slots.unwrap_or(4).max(1),
            webhooks_to_this_machine: file.webhooks_to_this_machine.unwrap_or_default(),
            admin_hosts: file.admin_hosts,
            data_dir,
        })
    }

    /// The same settings where others reach the server at this address, if one is given.
    #[must_use]
    pub fn reached_at(mut self, given: Option<&str>) -> Self {
        self.public_url = given.and_then(address).or(self.public_url);
        self
    }

    /// The keys that secrets are sealed with.
    ///
    /// # Errors
    /// When there is none, or what is there is none.
    pub fn vault(&self) -> Result<Vault> {
        Ok(match &self.key {
            Some(key) => Vault::given(key)?,
            None => Vault::load(&self.key_file)?,
        })
    }

    /// The same, with a new key file where there is no key yet.
    ///
    /// # Errors
    /// As [`Config::vault`]; when the file can't be made.
    pub fn vault_or_new(&self) -> Result<Vault> {
        if self.has_key() { self.vault() } else { Ok(Vault::create(&self.key_file)?) }
    }

    /// Whether there is a key.
    pub fn has_key(&self) -> bool {
        self.key.is_some() || self.key_file.exists()
    }

    /// The file that says which installation this is.
    pub fn installation_file(&self) -> PathBuf {
        self.data_dir.join("installation")
    }

    /// Makes the folder of the company, and that of its database.
    ///
    /// # Errors
    /// When they can't be made.
    pub fn create_folders(&self) -> Result<()> {
        let create = |folder: &Path| {
            std::fs::create_dir_all(folder).with_context(|| format!("the folder {} can't be made", folder.display()))
        };
        create(&self.data_dir)?;
        match &self.database {
            Location::Sqlite(path) => path.parent().map_or(Ok(()), create),
            Location::Postgres(_) => Ok(()),
        }
    }

    /// Writes the commented file, unless there is one.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn write_default_file(&self) -> Result<()> {
        let path = self.data_dir.join(FILE);
        if path.exists() {
            return Ok(());
        }
        std::fs::write(&path, DEFAULT_FILE).with_context(|| format!("{} can't be written", path.display()))
    }
}

/// What an environment variable holds, if anything.
fn secret_of(variable: &str) -> Option<SecretString> {
    std::env::var(variable).ok().filter(|text| !text.trim().is_empty()).map(SecretString::from)
}

/// An address without the slash at its end; blank is none.
fn address(text: &str) -> Option<String> {
    let address = text.trim().trim_end_matches('/');
    (!address.is_empty()).then(|| address.to_owned())
}

fn parse(text: &str) -> Result<File> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(0, |span| text.get(..span.start).map_or(0, |before| before.lines().count()));
        anyhow::anyhow!("line {}: {}", line.max(1), error.message().replace('\n', " "))
    })
}

fn within(folder: &Path, location: Location) -> Location {
    match location {
        Location::Sqlite(path) => Location::Sqlite(folder.join(path)),
        postgres @ Location::Postgres(_) => postgres,
    }
}

fn default_data_dir() -> PathBuf {
    let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    match (from("XDG_DATA_HOME"), from("HOME")) {
        (Some(data), _) => data.join("kobling"),
        (None, Some(home)) => home.join(".local/share/kobling"),
        (None, None) => "kobling".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(text: &str, place: &Place) -> Result<Config> {
        Config::resolve("/data".into(), place, parse(text)?)
    }

    #[test]
    fn the_file_that_init_writes_says_what_the_defaults_are() {
        let uncommented: Vec<_> = DEFAULT_FILE
            .lines()
            .map(|line| line.strip_prefix('#').filter(|line| !line.starts_with(' ')).unwrap_or(line))
            .collect();
        let uncommented = uncommented.join("\n");
        assert_eq!(uncommented.matches(" = ").count(), 9, "every setting is in the file");
        let all = resolve(&uncommented, &Place::default()).unwrap();
        let said = |config: &Config| format!("{config:?}");
        assert_eq!(said(&all), said(&resolve("", &Place::default()).unwrap()));
        assert_eq!(said(&all), said(&resolve(DEFAULT_FILE, &Place::default()).unwrap()));
        assert_eq!(all.database, Location::Sqlite("/data/kobling.db".into()));
    }

    #[test]
    fn the_command_line_comes_before_the_file() {
        let place = Place { database: Some("sqlite:other.db".into()), ..Place::default() };
        let config = resolve("database = \"sqlite:in-file.db\"", &place).unwrap();
        assert_eq!(config.database, Location::Sqlite("other.db".into()));
    }

    #[test]
    fn the_public_address_is_known_to_every_command_and_given_anew_to_one() {
        let config = resolve("public-url = \"https://kobling.example/\"", &Place::default()).unwrap();
        assert_eq!(config.public_url.as_deref(), Some("https://kobling.example"));
        let kept = config.clone().reached_at(None).reached_at(Some(""));
        assert_eq!(kept.public_url, config.public_url);
        let other = config.reached_at(Some("https://other.example/"));
        assert_eq!(other.public_url.as_deref(), Some("https://other.example"));
    }

    #[test]
    fn a_setting_that_does_not_exist_is_named_with_its_line() {
        let error = resolve("\nlissten = \"127.0.0.1:1\"", &Place::default()).unwrap_err().to_string();
        assert!(error.contains("line") && error.contains("lissten") && !error.contains('\n'), "{error}");
    }
}
