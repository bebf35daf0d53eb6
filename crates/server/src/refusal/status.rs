//! With which status an error is answered, and the code that goes with it.

use axum::http::StatusCode;

use crate::Error;

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
        | Error::NotAdvanced(_)
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
