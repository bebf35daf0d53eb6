use anyhow::Result;
use back_office::sales::Context;
use serde_json::json;

use crate::assembly::Program;
use crate::demo::company::fill;
use crate::output::Output;

/// Fills the company, all of it or nothing.
///
/// # Errors
/// When it has documents or entries already.
pub async fn run(program: &Program, output: Output) -> Result<()> {
    let user = program.caller.user_name.clone();
    let cx = &Context { now: program.clock.now(), random: program.random.clone(), user };
    let filled = program.db.write(|tx| async move { fill(&tx, cx).await }).await?;
    let text = format!(
        "{} items, {} customers, {} posted documents and {} open orders are there to play with.\n\nNext: `kobling serve`, or `kobling doctor --ledger`.",
        filled.items, filled.customers, filled.posted_documents, filled.open_orders
    );
    output.show(&json!(filled), &text);
    Ok(())
}
