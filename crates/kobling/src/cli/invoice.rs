use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Subcommand;
use papers::Language;
use serde_json::json;

use crate::assembly::Program;
use crate::output::Output;

/// Looks after posted invoices and credit memos.
#[derive(Debug, Subcommand)]
pub enum Invoice {
    /// Write a posted invoice or credit memo into a file, as it is sent to the customer.
    Pdf {
        /// Its number.
        number: String,
        /// The file; one that is there is replaced.
        file: PathBuf,
        /// In this language instead of the customer's: en or nb.
        #[arg(long, value_name = "CODE")]
        language: Option<Language>,
    },
}

impl Invoice {
    /// Does it.
    pub async fn run(self, program: &Program, output: Output) -> Result<()> {
        let Self::Pdf { number, file, language } = self;
        let number = &number;
        let read = |read| async move {
            let id = papers::posted(&read, number).await?;
            papers::invoice(&read, id, language).await
        };
        let sheet = program.db.read(read).await?;
        let bytes = papers::pdf(&sheet)?;
        let name = file.display().to_string();
        tokio::fs::write(&file, &bytes).await.with_context(|| format!("the file {name} can't be written"))?;
        output.show(
            &json!({ "number": sheet.number, "language": sheet.language, "file": name, "bytes": bytes.len() }),
            &format!("{} {} is written to {name}.", sheet.title, sheet.number),
        );
        Ok(())
    }
}
