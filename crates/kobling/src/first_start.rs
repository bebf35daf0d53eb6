//! A place that nobody has set up yet: what `serve` makes there, and the code with which a person does the rest.

use std::sync::Arc;

use access::user_account;
use anyhow::Result;
use database::{Db, Read};
use runtime::Clock;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::{DemoData, FirstStart};

use crate::assembly::{Program, migrations};
use crate::config::Config;
use crate::demo::Goods;

/// Opens the company's database for the server, brought up to this version. A place that holds nothing yet gets a
/// database, a key and a commented `kobling.toml`, and may be set up with the code.
///
/// # Errors
/// When the database can't be opened or is of a newer version; when the key of a company that is there is missing.
pub async fn open(config: &Config) -> Result<(Program, Option<FirstStart>)> {
    let clock = Clock::system();
    let db = Db::migrate(config.database.clone(), clock.clone(), migrations).await?;
    let is_set_up = db.read(has_users).await?;
    let is_fresh = !is_set_up && !config.has_key();
    if is_fresh {
        config.write_default_file()?;
    }
    let vault = if is_fresh { config.vault_or_new()? } else { config.vault()? };
    let program = Program::assemble(config, db, vault, clock)?;
    let first_start = if is_set_up { None } else { Some(first_start(&program)?) };
    Ok((program, first_start))
}

async fn has_users(read: Read) -> Result<bool, database::Error> {
    Ok(user_account::Entity::find().count(&read).await? > 0)
}

/// With a new code, and the demo's goods for whoever wants them.
fn first_start(program: &Program) -> Result<FirstStart> {
    let (goods, clock, random) = (Arc::new(Goods::of_a_company()?), program.clock.clone(), program.random.clone());
    let put: DemoData = Arc::new(move |tx| {
        let (goods, now, random) = (goods.clone(), clock.now(), random.clone());
        Box::pin(async move { goods.put(&tx, now, &random).await })
    });
    Ok(FirstStart::new(&program.random, put))
}
