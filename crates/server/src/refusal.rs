//! How an error is answered: its status, its code, and what its reader is told.

use axum::Extension;
use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Error;
use crate::fault::Fault;

/// The body of every error.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Error)]
pub(crate) struct Refusal {
    /// What went wrong.
    error: Detail,
}

/// What went wrong.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ErrorDetail)]
pub(crate) struct Detail {
    /// For programs: one of a few words.
    code: String,
    /// For people: what is wrong, and what to do.
    message: String,
    /// The part of the request that is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<String>,
    /// Each thing that is wrong, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    details: Vec<Part>,
    /// The request, as the log and the header `x-request-id` name it.
    request_id: String,
}

/// One of several things that are wrong.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ErrorPart)]
pub(crate) struct Part {
    /// For programs.
    code: String,
    /// For people.
    message: String,
    /// The part of the request that is meant.
    target: String,
    /// The number of the line that is meant, where it is one of a document.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<i32>,
}

impl Refusal {
    /// What is told.
    pub(crate) fn new(code: &str, message: impl Into<String>, target: Option<String>) -> Self {
        Self {
            error: Detail {
                code: code.to_owned(),
                message: message.into(),
                target,
                details: Vec::new(),
                request_id: String::new(),
            },
        }
    }

    /// With each thing that is wrong.
    fn with(mut self, details: impl Iterator<Item = Fault>) -> Self {
        let code = self.error.code.clone();
        let part =
            |fault: Fault| Part { code: code.clone(), message: fault.text, target: fault.field, line: fault.line };
        self.error.details = details.map(part).collect();
        self
    }

    /// Of which request it is told.
    pub(crate) fn of_request(mut self, id: String) -> Self {
        self.error.request_id = id;
        self
    }
}

/// The code that goes with a status.
pub(crate) fn code(status: StatusCode) -> &'static str {
    match status {
        StatusCode::BAD_REQUEST => "BadRequest",
        StatusCode::UNAUTHORIZED => "Unauthorized",
        StatusCode::FORBIDDEN => "Forbidden",
        StatusCode::NOT_FOUND => "NotFound",
        StatusCode::METHOD_NOT_ALLOWED => "MethodNotAllowed",
        StatusCode::CONFLICT => "Conflict",
        StatusCode::PRECONDITION_FAILED => "PreconditionFailed",
        StatusCode::PAYLOAD_TOO_LARGE => "PayloadTooLarge",
        StatusCode::PRECONDITION_REQUIRED => "PreconditionRequired",
        StatusCode::TOO_MANY_REQUESTS => "TooManyRequests",
        StatusCode::NOT_IMPLEMENTED => "NotImplemented",
        StatusCode::BAD_GATEWAY => "BadGateway",
        StatusCode::SERVICE_UNAVAILABLE => "ServiceUnavailable",
        _ => "InternalServerError",
    }
}

impl Error {
    /// The status that answers it.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::NoToken => StatusCode::UNAUTHORIZED,
            Self::OtherSite => StatusCode::FORBIDDEN,
            Self::TooManyCodes => StatusCode::TOO_MANY_REQUESTS,
            Self::NoSuchRecord { .. } | Self::NoSuchRoute(_) => StatusCode::NOT_FOUND,
            Self::Invalid { .. } | Self::Entered(_) | Self::Body(_) | Self::NotImported(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::VersionUnsaid => StatusCode::PRECONDITION_REQUIRED,
            Self::Changed(_) => StatusCode::PRECONDITION_FAILED,
            Self::Csv(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Database(error) => of_database(error),
            Self::Access(error) => of_access(error),
            Self::JobQueue(error) => of_job_queue(error),
            Self::BackOffice(error) => of_back_office(error),
            Self::Papers(error) => of_papers(error),
            Self::Connector(error) => of_connector(error),
        }
    }

    /// Each thing that is wrong, where there may be several.
    fn faults(&self) -> Vec<Fault> {
        use back_office::Error as BackOffice;
        match self {
            Self::Entered(faults) => faults.clone(),
            Self::NotImported(report) => report.problems.iter().map(Fault::of_import).collect(),
            Self::BackOffice(BackOffice::NotEntered { problems, .. } | BackOffice::NotPosted { problems, .. }) => {
                problems.iter().map(Fault::of_document).collect()
            }
            _ => Vec::new(),
        }
    }

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

fn of_database(error: &database::Error) -> StatusCode {
    use database::Error;
    match error {
        Error::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Unfilterable { .. } | Error::Unsortable { .. } | Error::SkipToken | Error::SkippedTooMany(_) => {
            StatusCode::BAD_REQUEST
        }
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn of_access(error: &access::Error) -> StatusCode {
    use access::Error;
    match error {
        Error::Database(error) => of_database(error),
        error if error.is_not_signed_in() => StatusCode::UNAUTHORIZED,
        Error::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
        Error::Forbidden { .. } => StatusCode::FORBIDDEN,
        Error::NoUser(_) | Error::NoToken => StatusCode::NOT_FOUND,
        Error::UserExists(_) | Error::LastAdministrator(_) => StatusCode::CONFLICT,
        Error::UserName | Error::Email(_) | Error::ShortPassword(_) | Error::UserSetting(_) => StatusCode::BAD_REQUEST,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn of_job_queue(error: &job_queue::Error) -> StatusCode {
    use job_queue::Error;
    match error {
        Error::Database(error) => of_database(error),
        Error::UnknownObject { .. }
        | Error::Options { .. }
        | Error::UnknownFilter { .. }
        | Error::Filter { .. }
        | Error::OutOfRange { .. }
        | Error::Schedule(_)
        | Error::Setup { .. }
        | Error::NoCategory(_)
        | Error::NoCode => StatusCode::BAD_REQUEST,
        Error::CategoryExists(_)
        | Error::CategoryInUse { .. }
        | Error::CategoryBusy { .. }
        | Error::AdministratorExists(_) => StatusCode::CONFLICT,
        Error::NoEntry(_) => StatusCode::NOT_FOUND,
        Error::Running(_) | Error::NotRunning(_) | Error::State { .. } | Error::Busy { .. } | Error::NoWorker => {
            StatusCode::CONFLICT
        }
        Error::LeaseLost | Error::StopRequested => StatusCode::INTERNAL_SERVER_ERROR,
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

fn of_back_office(error: &back_office::Error) -> StatusCode {
    use back_office::Error;
    use back_office::number_series::Refusal;
    match error {
        Error::Database(error) => of_database(error),
        Error::JobQueue(error) => of_job_queue(error),
        Error::NoCompany
        | Error::Queued { .. }
        | Error::BeingPosted(_)
        | Error::Exists { .. }
        | Error::InUse { .. }
        | Error::NumberSeries(Refusal::NoSeriesLine { .. } | Refusal::SeriesEnded { .. }) => StatusCode::CONFLICT,
        Error::Changed(_) => StatusCode::PRECONDITION_FAILED,
        Error::Released(_) | Error::ActiveList(_) => StatusCode::CONFLICT,
        _ => StatusCode::BAD_REQUEST,
    }
}

fn of_papers(error: &papers::Error) -> StatusCode {
    use papers::Error;
    match error {
        Error::Database(error) => of_database(error),
        Error::BackOffice(error) => of_back_office(error),
        Error::NoDocument(_) => StatusCode::NOT_FOUND,
        Error::Language { .. } => StatusCode::BAD_REQUEST,
        Error::NotPrinted { .. } | Error::Disagrees { .. } => StatusCode::CONFLICT,
        Error::NotBuilt => StatusCode::NOT_IMPLEMENTED,
        Error::Setting(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn of_connector(error: &connector::Error) -> StatusCode {
    use connector::Error;
    match error {
        Error::Database(error) => of_database(error),
        Error::BackOffice(error) => of_back_office(error),
        Error::Access(error) => of_access(error),
        Error::Queue(error) => of_job_queue(error),
        Error::NoShop { .. } | Error::NoRequest => StatusCode::NOT_FOUND,
        Error::ShopExists(_)
        | Error::Handled(_)
        | Error::NotEnabled(_)
        | Error::NotReady { .. }
        | Error::NoScope { .. }
        | Error::NothingToSync { .. }
        | Error::StillEnabled(_)
        | Error::NotForSupport(_)
        | Error::ReadOnly(_)
        | Error::NoToken(_)
        | Error::NoPublicUrl
        | Error::NoApp(_)
        | Error::NotSentThere
        | Error::Disconnected { .. }
        | Error::OtherInstallation(_)
        | Error::OrderState(_)
        | Error::Refund(_)
        | Error::Product(_)
        | Error::Company(_)
        | Error::OtherStore { .. } => StatusCode::CONFLICT,
        Error::TokenBusy(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Shopify(_) => StatusCode::BAD_GATEWAY,
        Error::Cue { .. } | Error::Unwritable(_) => StatusCode::INTERNAL_SERVER_ERROR,
        Error::Code(_)
        | Error::Chosen(_)
        | Error::Given { .. }
        | Error::NoCode
        | Error::Credentials(_)
        | Error::NoSecret
        | Error::NotFromTheStore(_)
        | Error::Domain(_)
        | Error::AdminUrl(_)
        | Error::NoField { .. }
        | Error::Field { .. }
        | Error::OrderNumber(_)
        | Error::NothingSold => StatusCode::BAD_REQUEST,
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

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        // What the reader can do nothing about is for the operator, in the log.
        let message = if status == StatusCode::INTERNAL_SERVER_ERROR {
            tracing::error!(error = %self, "a request failed");
            "the server failed: its log says why, under the requestId of this answer".to_owned()
        } else {
            self.to_string()
        };
        let seconds = match &self {
            Self::Access(access::Error::TooManyAttempts { seconds }) => Some(*seconds),
            _ if status == StatusCode::SERVICE_UNAVAILABLE => Some(1),
            _ => None,
        };
        // It gets its body where the request is known: in `layers`.
        let refusal = Refusal::new(code(status), message, self.target()).with(self.faults().into_iter());
        let mut response = (status, Extension(refusal)).into_response();
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = seconds {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
