//! Journals: their lines are entered, changed and taken out, and the journal is posted.

use std::slice::from_ref;

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use back_office::general_journal::line::{Entity, Model};
use back_office::general_journal::{self, AccountType, NewLine, batch};
use back_office::general_ledger::DocumentType;
use back_office::posting::Setup;
use chrono::NaiveDate;
use database::Tx;
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use crate::api::Api;
use crate::master::{self, Making, Master, Removed};
use crate::openapi::{json, refused};
use crate::records::{RecordId, load};
use crate::{App, Error};

const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);

/// A line of a journal, or what is to be changed of one: what is left out stays as it is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct JournalLineBody {
    /// The journal of a new line, from `journals`.
    journal_id: Option<Uuid>,
    /// The template of that journal, where no id is given; left out: `GENERAL`.
    #[schema(value_type = Option<String>)]
    journal_template_name: Option<Code<10>>,
    /// The name of that journal, where no id is given.
    #[schema(value_type = Option<String>)]
    journal_batch_name: Option<Code<10>>,
    /// The day to which it is posted.
    posting_date: Option<NaiveDate>,
    /// `Payment`, `Invoice`, `Credit Memo`, `Refund`, or blank.
    #[schema(value_type = Option<String>)]
    document_type: Option<DocumentType>,
    /// Its number; blank: the next of the journal's number series, when it is posted.
    #[schema(value_type = Option<String>)]
    document_number: Option<Code<20>>,
    /// The other party's number for it.
    external_document_number: Option<String>,
    /// `G/L Account`, `Customer` or `Bank Account`.
    #[schema(value_type = Option<String>)]
    account_type: Option<AccountType>,
    /// To which account it is posted.
    #[schema(value_type = Option<String>)]
    account_number: Option<Code<20>>,
    /// What for; blank: the name of the account.
    description: Option<String>,
    /// The currency of its amount; blank: the company's own.
    #[schema(value_type = Option<String>)]
    currency_code: Option<Code<10>>,
    /// How much: debit when it is positive.
    #[schema(value_type = Option<f64>)]
    amount: Option<Amount>,
    /// What kind of account it comes from.
    #[schema(value_type = Option<String>)]
    balancing_account_type: Option<AccountType>,
    /// Which one; left out of a new line: the journal's, blank: none, so that other lines balance it.
    #[schema(value_type = Option<String>)]
    balancing_account_number: Option<Code<20>>,
    /// The kind of the document that it settles.
    #[schema(value_type = Option<String>)]
    applies_to_document_type: Option<DocumentType>,
    /// The number of the document that it settles.
    #[schema(value_type = Option<String>)]
    applies_to_document_number: Option<Code<20>>,
    /// How it was paid.
    #[schema(value_type = Option<String>)]
    payment_method_code: Option<Code<10>>,
}

/// The template of a journal that is named without it.
const GENERAL: &str = "GENERAL";

impl JournalLineBody {
    /// The journal of a new line, by its id or its names; where both are given, they must be of the same.
    async fn journal(&self, tx: &Tx) -> Result<Uuid, Error> {
        if let Some(id) = self.journal_id {
            self.check_names(tx, id).await?;
            return Ok(id);
        }
        let Some(name) = self.journal_batch_name.as_ref().and_then(Code::non_blank) else {
            let message = "a new line needs journalId, or journalBatchName: choose one of /api/v1/journals";
            return Err(Error::invalid("journalId", message));
        };
        let template = self.journal_template_name.clone().unwrap_or_else(|| Code::cut(GENERAL));
        let found = general_journal::named(tx, &template, name).await?;
        found.map(|journal| journal.id).ok_or_else(|| {
            let message = format!("there is no journal {template} {name}: create it, or choose another");
            Error::invalid("journalBatchName", message)
        })
    }

    async fn check_names(&self, tx: &Tx, id: Uuid) -> Result<(), Error> {
        let name = self.journal_batch_name.as_ref().and_then(Code::non_blank);
        let template = self.journal_template_name.as_ref().and_then(Code::non_blank);
        if name.is_none() && template.is_none() {
            return Ok(());
        }
        // One that is not there is told when the line is entered.
        let Some(journal) = batch::Entity::find_by_id(id).one(tx).await? else { return Ok(()) };
        if name.is_none_or(|name| *name == journal.name)
            && template.is_none_or(|template| *template == journal.template_name)
        {
            return Ok(());
        }
        let message = format!(
            "journalId is the journal {} {}: leave it out, or name that one",
            journal.template_name, journal.name
        );
        Err(Error::invalid("journalBatchName", message))
    }

    /// What is given, and the rest as it was. Another account has another name.
    fn over(&self, old: NewLine) -> NewLine {
        let new = self.clone();
        let kept = new.account_number.as_ref().is_none_or(|number| *number == old.account_number)
            && new.account_type.is_none_or(|kind| kind == old.account_type);
        let (old_type, old_number) = old.balancing_account.clone().unzip();
        let balancing = new.balancing_account_number.or(old_number);
        let applies_to = old.applies_to.unwrap_or_default();
        let applies_to = (
            new.applies_to_document_type.unwrap_or(applies_to.0),
            new.applies_to_document_number.unwrap_or(applies_to.1),
        );
        NewLine {
            posting_date: new.posting_date.unwrap_or(old.posting_date),
            document_type: new.document_type.unwrap_or(old.document_type),
            document_number: new.document_number.unwrap_or(old.document_number),
            external_document_number: new.external_document_number.unwrap_or(old.external_document_number),
            account_type: new.account_type.unwrap_or(old.account_type),
            account_number: new.account_number.unwrap_or(old.account_number),
            description: new.description.unwrap_or(if kept { old.description } else { String::new() }),
            currency_code: new.currency_code.unwrap_or(old.currency_code),
            amount: new.amount.unwrap_or(old.amount),
            balancing_account: balancing
                .map(|number| (new.balancing_account_type.or(old_type).unwrap_or_default(), number)),
            applies_to: (!applies_to.1.is_blank()).then_some(applies_to),
            payment_method_code: new.payment_method_code.unwrap_or(old.payment_method_code),
            source: old.source,
        }
    }
}

impl Master for Entity {
    type Body = JournalLineBody;

    const ONE: &'static str = "a line of a journal";
    const AUDITED: bool = false;
    const KEPT: &'static [&'static str] = &["journalId", "journalTemplateName", "journalBatchName"];
    const MEANT: &'static [(&'static str, &'static str)] = &[
        ("journal", "journalId"),
        ("customer", "accountNumber"),
        ("customer", "balancingAccountNumber"),
        ("G/L account", "accountNumber"),
        ("G/L account", "balancingAccountNumber"),
        ("bank account", "accountNumber"),
        ("bank account", "balancingAccountNumber"),
    ];

    async fn hold(tx: &Tx, id: Uuid) -> Result<Model, Error> {
        load::<Self>(tx, id).await?;
        Ok(general_journal::held(tx, id).await?.1)
    }

    async fn make(at: &Making, tx: &Tx, body: &JournalLineBody) -> Result<Uuid, Error> {
        let journal = body.journal(tx).await?;
        let Some(posting_date) = body.posting_date else {
            return Err(Error::invalid("postingDate", "a line needs the day to which it is posted: enter postingDate"));
        };
        let new = body.over(NewLine::on(posting_date));
        let lines = general_journal::enter(tx, journal, from_ref(&new), &at.context()).await?;
        Ok(lines.first().map(|line| line.id).unwrap_or_default())
    }

    async fn mend(at: &Making, tx: &Tx, old: Model, body: &JournalLineBody) -> Result<(), Error> {
        general_journal::change(tx, old.id, &body.over(NewLine::from(&old)), &at.context()).await?;
        Ok(())
    }
}

impl Removed for Entity {
    async fn remove(_: &Making, tx: &Tx, line: &Model) -> Result<(), Error> {
        Ok(general_journal::delete(tx, line.id).await?)
    }
}

/// A journal that was posted.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PostedJournalBody {
    /// The number of the transaction, as in `generalLedgerRegisters`.
    transaction_number: i64,
    /// How many lines it had.
    lines: usize,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    master::serve::<Entity>(api);
    master::serve_removal::<Entity>(api);
    let document = OperationBuilder::new()
        .tag("journals")
        .summary(Some("Post all lines of a journal, or none"))
        .response("200", json("What was posted.", Ref::from_schema_name(PostedJournalBody::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, "/journals/{id}/Kobling.post", CHANGE, document, post);
}

async fn post(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<PostedJournalBody>, Error> {
    let cx = &app.context(&caller);
    let setup = &app.db.read(|read| async move { Setup::read(&read).await }).await?;
    let write = |tx| async move { Ok::<_, Error>(general_journal::post(&tx, setup, id, cx).await?) };
    let posted = app.db.write(write).await?;
    Ok(Json(PostedJournalBody { transaction_number: posted.transaction_number, lines: posted.lines }))
}
