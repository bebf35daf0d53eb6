//! The notification (a table of this program's own; BC keeps a note with the record).

use database::Record;
use sea_orm::entity::prelude::*;

values::options! {
    /// What a notification is about.
    pub enum Kind {
        /// A job has failed for good.
        #[default]
        Failed => "Failed",
        /// A job that had failed has ended well.
        Recovered => "Recovered",
    }
}

values::options! {
    /// Whether a notification also goes out by mail.
    pub enum MailState {
        /// It does not.
        #[default]
        None => "",
        /// It is to be sent.
        Waiting => "Waiting",
        /// It was sent.
        Sent => "Sent",
        /// It could not be sent, and is not tried again.
        Failed => "Failed",
        /// The user has no mail address.
        NoAddress => "No Address",
    }
}

/// What one user is told.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "job_queue_notification")]
#[record(name = "jobQueueNotifications", caption = "Job Queue Notification")]
pub struct Model {
    /// Order of making.
    #[sea_orm(primary_key)]
    #[record(skip)]
    pub entry_number: i64,
    /// The public id.
    #[sea_orm(unique)]
    pub id: Uuid,
    /// Who is told.
    #[sea_orm(indexed)]
    pub user_id: String,
    /// What it is about.
    pub kind: Kind,
    /// When.
    #[record(caption = "Created Date/Time", sort)]
    pub created_at: ChronoDateTimeUtc,
    /// The entry.
    #[record(caption = "Job Queue Entry ID")]
    pub job_queue_entry_id: Uuid,
    /// The log entry of the run.
    pub log_id: Uuid,
    /// What the entry does, in words.
    pub description: String,
    /// Whose entry it is.
    pub owner: String,
    /// What went wrong; blank when it works again.
    #[sea_orm(column_type = "Text")]
    pub message: String,
    /// Whether the user has seen it.
    pub is_read: bool,
    /// Whether it goes out by mail.
    #[sea_orm(indexed)]
    pub mail_state: MailState,
    /// How often it was tried to send it.
    #[record(skip)]
    pub mail_attempts: i32,
    /// Not before this instant.
    #[record(skip)]
    pub mail_at: Option<ChronoDateTimeUtc>,
    /// Why it could not be sent.
    #[sea_orm(column_type = "Text")]
    pub mail_error: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
