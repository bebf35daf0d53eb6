//! Which part of a request an error means.

use crate::Error;

impl Error {
    /// The part of the request that is meant, when it is one.
    pub(crate) fn target(&self) -> Option<String> {
        match self {
            Self::Invalid { target, .. } => Some(target.clone()),
            Self::Papers(papers::Error::Language { .. }) => Some("language".to_owned()),
            Self::Entered(_) | Self::BackOffice(back_office::Error::NotEntered { .. }) => {
                self.faults().into_iter().map(|fault| fault.field).find(|field| !field.is_empty())
            }
            Self::Database(database::Error::SkipToken) => Some("$skiptoken".to_owned()),
            Self::Access(access::Error::UserName | access::Error::UserExists(_)) => Some("userName".to_owned()),
            Self::Access(access::Error::ShortPassword(_)) => Some("password".to_owned()),
            Self::Access(access::Error::Email(_)) => Some("email".to_owned()),
            Self::JobQueue(error) | Self::BackOffice(back_office::Error::JobQueue(error)) => target_of_job_queue(error),
            Self::BackOffice(back_office::Error::Chosen { .. }) => Some("ids".to_owned()),
            Self::Connector(error) => target_of_connector(error),
            Self::BackOffice(back_office::Error::Field { field, .. } | back_office::Error::Unfit { field, .. }) => {
                Some((*field).to_owned())
            }
            Self::BackOffice(back_office::Error::NoField { field, .. }) => Some(field.clone()),
            _ => None,
        }
    }
}

/// What the job queue refuses, by the field of the request.
fn target_of_job_queue(error: &job_queue::Error) -> Option<String> {
    use job_queue::Error;
    match error {
        Error::UnknownObject { .. } => Some("object".to_owned()),
        Error::Options { .. } => Some("options".to_owned()),
        Error::UnknownFilter { field, .. } | Error::Filter { field, .. } => Some(format!("filters.{field}")),
        Error::Schedule(invalid) => Some(invalid.field().to_owned()),
        Error::OutOfRange { name, .. } => Some((*name).to_owned()),
        Error::Setup { field, .. } => Some((*field).to_owned()),
        Error::NoCategory(_) => Some("jobQueueCategoryCode".to_owned()),
        Error::CategoryExists(_) | Error::NoCode => Some("code".to_owned()),
        Error::AdministratorExists(_) => Some("userName".to_owned()),
        _ => None,
    }
}

fn target_of_connector(error: &connector::Error) -> Option<String> {
    use connector::Error;
    match error {
        Error::Queue(error) => target_of_job_queue(error),
        Error::Code(_) | Error::NoCode | Error::ShopExists(_) => Some("code".to_owned()),
        Error::Chosen(_) => Some("ids".to_owned()),
        Error::Given { name, .. } => Some((*name).to_owned()),
        Error::NoSecret => Some("secret".to_owned()),
        Error::Domain(_) => Some("domain".to_owned()),
        Error::AdminUrl(_) => Some("adminUrl".to_owned()),
        Error::NoField { field, .. } | Error::Field { field, .. } => Some(field.clone()),
        Error::BackOffice(back_office::Error::Field { field, .. }) => Some((*field).to_owned()),
        _ => None,
    }
}
