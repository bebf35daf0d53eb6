use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Column, Entity};
use crate::Result;
use crate::object::Outcome;
use crate::run::{self, Ending};

/// What a log entry says when its run has ended.
struct End {
    result: Outcome,
    summary: String,
    message: String,
    call_stack: String,
}

impl End {
    fn of(run: &run::Model, ending: &Ending, gone: bool) -> Self {
        let result = ending.result();
        let said = |message: String| Self { result, summary: String::new(), message, call_stack: String::new() };
        match ending {
            Ending::Done(summary) | Ending::Idle(summary) => Self {
                summary: serde_json::to_string(summary).unwrap_or_default(),
                ..said(if gone { "the entry was deleted while it ran".into() } else { String::new() })
            },
            Ending::Failed(error) => Self { call_stack: error.details.join("\n"), ..said(error.message.clone()) },
            Ending::Cancelled(by) => said(format!("cancelled by {by}")),
            Ending::MarkedAsError(by) => said(run::marked_as_error(by)),
            Ending::GivenBack => said("its worker was stopped; the job was given back and runs again".into()),
            Ending::Lost => said(format!("the worker {} was lost; the job was taken over", run.worker)),
        }
    }

    /// BC knows no more than these; what counts errors must not count a run that was only put off.
    fn status(&self) -> Outcome {
        match self.result {
            Outcome::Error | Outcome::Cancelled => Outcome::Error,
            _ => Outcome::Success,
        }
    }
}

/// Writes down how a run ended. `gone`: its entry is no longer there. What the run has remarked stays where its end says
/// nothing.
pub(crate) async fn close(tx: &Tx, run: &run::Model, ending: &Ending, gone: bool, now: DateTime<Utc>) -> Result<()> {
    let end = End::of(run, ending, gone);
    let mut closed = Entity::update_many()
        .col_expr(Column::EndDateTime, Expr::value(now))
        .col_expr(Column::Status, Expr::value(end.status().to_string()))
        .col_expr(Column::Result, Expr::value(end.result.to_string()))
        .col_expr(Column::Summary, Expr::value(end.summary));
    for (column, said) in [(Column::ErrorMessage, end.message), (Column::ErrorCallStack, end.call_stack)] {
        if !said.is_empty() {
            closed = closed.col_expr(column, Expr::value(said));
        }
    }
    closed.filter(Column::Id.eq(run.log_id)).exec(tx).await?;
    Ok(())
}
