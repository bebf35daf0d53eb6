use std::io::{BufRead, IsTerminal, Write};

use access::{NewUser, Permission, user_account};
use anyhow::{Context, Result};
use clap::Subcommand;
use secrecy::SecretString;
use serde_json::json;

use crate::assembly::Program;
use crate::output::Output;

/// Looks after users.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Make a user. The password is read from the standard input.
    Add {
        /// The name to sign in with.
        name: String,
        /// The name of the person.
        #[arg(long, default_value = "")]
        full_name: String,
        /// What the user may do: Administrator, Shop Administrator, User, Operator or Viewer.
        #[arg(long, default_value = "User")]
        permission: String,
        /// Make a user that has tokens only.
        #[arg(long)]
        no_password: bool,
    },
    /// List the users.
    List,
    /// Give a user another password, read from the standard input.
    Password {
        /// The user's name.
        name: String,
    },
}

impl User {
    /// Does it.
    pub async fn run(self, program: &Program, output: Output) -> Result<()> {
        let (access, caller) = (&program.access, &program.caller);
        match self {
            Self::Add { name, full_name, permission, no_password } => {
                let permission: Permission = permission.parse()?;
                let password = if no_password { None } else { Some(access.hash(&read_password()?).await?) };
                let new = &NewUser { user_name: name, full_name, permission, password };
                let create = |tx| async move { access.create_user(&tx, caller, new.clone()).await };
                let user = program.db.write(create).await?;
                output.record::<user_account::Entity>(&user);
            }
            Self::List => {
                let users = program.db.read(|r| async move { access.users(&r).await }).await?;
                output.records::<user_account::Entity>(&users, &["userName", "fullName", "permission", "state"]);
            }
            Self::Password { name } => {
                let name = name.as_str();
                let user = program.db.read(|r| async move { access.user(&r, name).await }).await?;
                let hash = &access.hash(&read_password()?).await?;
                let set = |tx| async move { access.set_password(&tx, caller, user.id, hash.clone()).await };
                program.db.write(set).await?;
                output.show(&json!({ "user": user.user_name }), &format!("{} has a new password.", user.user_name));
            }
        }
        Ok(())
    }
}

/// The first line of the standard input: an argument would be seen in the list of processes.
fn read_password() -> Result<SecretString> {
    let input = std::io::stdin();
    if input.is_terminal() {
        let _gone = write!(std::io::stderr(), "Password (it is shown as you type): ");
    }
    let mut line = String::new();
    input.lock().read_line(&mut line).context("the password can't be read from the standard input")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned().into())
}
