use access::{Access, NewUser, Permission, Principal, Vault};
use anyhow::{Result, bail};
use back_office::setup::{NewCompany, install};
use chrono_tz::Tz;
use clap::Args;
use database::Db;
use runtime::{Clock, Random};
use serde_json::json;
use values::Code;

use crate::assembly::migrations;
use crate::config::Config;
use crate::demo::Goods;
use crate::installation;
use crate::output::Output;

/// The name of the first user.
const ADMINISTRATOR: &str = "ADMIN";

/// Sets up a company.
#[derive(Args, Debug)]
pub struct Init {
    /// The name of the company.
    #[arg(long, value_name = "NAME")]
    company: String,
    /// Its own currency.
    #[arg(long, value_name = "CODE", default_value = "NOK")]
    currency: String,
    /// The zone in which its days begin.
    #[arg(long, value_name = "ZONE", default_value = "Europe/Oslo")]
    time_zone: String,
    /// Add the items and customers of the demo's shop.
    #[arg(long)]
    demo_data: bool,
}

/// The first user, with what to sign in with.
#[derive(Debug)]
pub struct Administrator {
    /// The user's name.
    pub user: String,
    /// The password, which is kept nowhere.
    pub password: String,
    /// The first API token, which is kept nowhere.
    pub token: String,
}

impl Init {
    /// Does it.
    pub async fn run(self, config: &Config, output: Output) -> Result<()> {
        let currency = self.currency.to_uppercase();
        if currency.len() != 3 || !currency.chars().all(|letter| letter.is_ascii_uppercase()) {
            bail!("'{}' is no currency: write its three letters, as NOK", self.currency);
        }
        let Ok(zone) = self.time_zone.parse::<Tz>() else {
            bail!("'{}' is no time zone: write its IANA name, as Europe/Oslo", self.time_zone);
        };
        let company = NewCompany { name: self.company.clone(), currency_code: Code::new(&currency)?, time_zone: zone };
        let clock = Clock::system();
        config.create_folders()?;
        let db = Db::migrate(config.database.clone(), clock.clone(), migrations).await?;
        refuse_second(&db, config).await?;
        let vault = config.vault_or_new()?;
        config.write_default_file()?;
        installation::id(config, &Random::os(), &clock)?;
        let made = set_up(&db, vault, &clock, &company).await?;
        if self.demo_data {
            let (goods, now, random) = (&Goods::of_a_company()?, clock.now(), &Random::os());
            db.write(|tx| async move { goods.put(&tx, now, random).await }).await?;
        }
        let text = format!(
            "{} is set up in {}.\n\nUser:      {}\nPassword:  {}\nAPI token: {}\n\nNeither is kept here. Next: `kobling shop add`, then `kobling serve`.",
            company.name,
            config.data_dir.display(),
            made.user,
            made.password,
            made.token
        );
        output.show(&json!({ "user": made.user, "password": made.password, "token": made.token }), &text);
        Ok(())
    }
}

/// Makes the company, its administrator, and the first token.
pub async fn set_up(db: &Db, vault: Vault, clock: &Clock, company: &NewCompany) -> Result<Administrator> {
    let random = &Random::os();
    let access = &Access::new(db.clone(), clock.clone(), random.clone(), vault);
    let password = password(random);
    let hash = &access.hash(&password.clone().into()).await?;
    let now = clock.now();
    let write = |tx| async move {
        install(&tx, company, now, random).await?;
        let new = NewUser {
            user_name: ADMINISTRATOR.to_owned(),
            full_name: "Administrator".to_owned(),
            permission: Permission::Administrator,
            password: Some(hash.clone()),
        };
        let user = access.create_user(&tx, &Principal::system(), new).await?;
        let token = access.create_token(&tx, &Principal::system(), user.id, "first token", None).await?;
        anyhow::Ok(token.text.expose().to_owned())
    };
    let token = db.write(write).await?;
    Ok(Administrator { user: ADMINISTRATOR.to_owned(), password, token })
}

async fn refuse_second(db: &Db, config: &Config) -> Result<()> {
    match db.read(|r| async move { back_office::company::read(&r).await }).await {
        Ok(company) => bail!(
            "{} holds the company {} already: choose another folder with --data-dir, or another database with --database",
            config.database,
            company.name
        ),
        Err(back_office::Error::NoCompany) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Twenty letters and digits that are not taken for one another: 98 bits.
fn password(random: &Random) -> String {
    const LETTERS: &[u8; 30] = b"abcdefghjkmnpqrstuvwxyz2345679";
    let letter = |_| {
        let index = usize::try_from(random.below(30)).unwrap_or_default();
        LETTERS.get(index).copied().map_or('x', char::from)
    };
    (0..20).map(letter).collect()
}
