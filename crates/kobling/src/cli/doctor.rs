use anyhow::Result;
use back_office::audit::Check;
use clap::Args;
use connector::checklist::{self, Check as Checked, State};
use connector::shops::{self, Access};
use serde_json::json;

use super::main::{DONE, FAILED, PARTIAL_SUCCESS};
use super::tested;
use crate::assembly::Program;
use crate::config::Config;
use crate::output::Output;

/// Checks the installation, the ledgers, or whether a shop is ready to go live.
#[derive(Debug, Args)]
pub struct Doctor {
    /// Check that the entries of all ledgers agree with each other instead, and name those that do not.
    #[arg(long)]
    ledger: bool,
    /// Check whether this shop is ready to go live instead. Ends with 1 when something is open, and with 3 when all works
    /// and something may be looked at.
    #[arg(long, value_name = "CODE", conflicts_with = "ledger")]
    shop: Option<String>,
}

/// What was looked at, and that it is well or what to mend.
type Finding = (&'static str, Result<String, String>);

impl Doctor {
    /// Checks the installation from the ground up; stops where the next step has nothing to stand on.
    pub async fn run(self, config: &Config, output: Output) -> Result<u8> {
        if let Some(shop) = &self.shop {
            return ready_to_go_live(&Program::open(config).await?, shop, output).await;
        }
        let mut findings: Vec<Finding> = vec![("settings", Ok(config.data_dir.display().to_string()))];
        match Program::open(config).await {
            Err(error) => findings.push(("database and key", Err(error.to_string()))),
            Ok(program) => {
                findings.push(("database and key", Ok(config.database.to_string())));
                findings.extend(if self.ledger { ledger(&program).await? } else { installation(&program).await? });
            }
        }
        show(&findings, output);
        Ok(if findings.iter().all(|(_, found)| found.is_ok()) { DONE } else { FAILED })
    }
}

fn show(findings: &[Finding], output: Output) {
    let shown = findings.iter().map(|(what, found)| match found {
        Ok(text) => json!({ "check": what, "ok": true, "message": text }),
        Err(text) => json!({ "check": what, "ok": false, "message": text }),
    });
    let value = json!({ "value": shown.collect::<Vec<_>>() });
    let lines = findings.iter().map(|(what, found)| match found {
        Ok(text) => format!("ok    {what}: {text}"),
        Err(text) => format!("MEND  {what}: {text}"),
    });
    output.show(&value, &lines.collect::<Vec<_>>().join("\n"));
}

/// Whether a shop is ready to go live, check by check.
async fn ready_to_go_live(program: &Program, shop: &str, output: Output) -> Result<u8> {
    let checks = checklist::run(&program.connector, &program.queue, shop).await?;
    let shown = |check: &Checked| {
        json!({
            "check": check.name,
            "ok": check.state != State::Open,
            "state": check.state.caption(),
            "message": check.sentence,
            "route": check.route,
        })
    };
    let value = json!({ "value": checks.iter().map(shown).collect::<Vec<_>>() });
    let lines = checks.iter().map(|check| {
        let word = match check.state {
            State::Done => "ok   ",
            State::Attention => "LOOK ",
            State::Open => "MEND ",
        };
        format!("{word} {}: {}", check.caption, check.sentence)
    });
    output.show(&value, &lines.collect::<Vec<_>>().join("\n"));
    let is_any = |state: State| checks.iter().any(|check| check.state == state);
    Ok(if is_any(State::Open) {
        FAILED
    } else if is_any(State::Attention) {
        PARTIAL_SUCCESS
    } else {
        DONE
    })
}

/// The company, its jobs and its stores.
async fn installation(program: &Program) -> Result<Vec<Finding>> {
    let zone = program.zone().await;
    let mut findings: Vec<Finding> =
        vec![("company", zone.map(|zone| zone.to_string()).map_err(|error| error.to_string()))];
    findings.push(("jobs", Ok(who_runs_jobs(program))));
    findings.extend(stores(program).await?.into_iter().map(|found| ("store", found)));
    Ok(findings)
}

/// Whether the ledgers agree, and each entry that does not.
async fn ledger(program: &Program) -> Result<Vec<Finding>> {
    let audit = program.db.read(|r| async move { back_office::audit::audit(&r).await }).await?;
    let found = |check: Check| audit.findings.iter().filter(move |finding| finding.check == check);
    let (general, customer, item) = audit.entries;
    let read = format!("{general} G/L entries, {customer} customer ledger entries and {item} item ledger entries read");
    let mut findings: Vec<Finding> = vec![("ledgers", Ok(read))];
    for check in Check::ALL.iter().copied() {
        if found(check).next().is_none() {
            findings.push((check.caption(), Ok("agrees".to_owned())));
        }
        findings.extend(found(check).map(|finding| (check.caption(), Err(finding.text.clone()))));
    }
    Ok(findings)
}

/// Whether the store of every enabled shop answers.
async fn stores(program: &Program) -> Result<Vec<Result<String, String>>> {
    let all = program.db.read(|r| async move { shops::list(&r).await }).await?;
    let mut findings = Vec::new();
    for shop in all.iter().filter(|shop| shop.enabled) {
        let code = shop.code.as_str();
        findings.push(match shops::test(&program.connector, code).await {
            Ok(tested) if !tested.access.iter().any(Access::blocks) => {
                Ok(format!("{code} is connected to {}", tested.shop.myshopify_domain))
            }
            Ok(tested) => Err(format!("{code}: {}", tested::text(&tested).replace('\n', " "))),
            Err(error) => Err(format!("{code}: {error}")),
        });
    }
    Ok(findings)
}

fn who_runs_jobs(program: &Program) -> String {
    match program.right_to_run_jobs() {
        Ok(Some(_)) => "no process runs jobs now; `kobling serve` does".to_owned(),
        Ok(None) => "any process may run jobs".to_owned(),
        Err(database::Error::Locked { pid, .. }) => format!("the process {pid} runs jobs"),
        Err(error) => error.to_string(),
    }
}
