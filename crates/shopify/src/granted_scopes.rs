use outbound::Request;
use serde::Deserialize;

use crate::judge::{Call, Verdict, refused};
use crate::patience::Patience;
use crate::{Client, Error, Kind, Scopes};

#[derive(Deserialize)]
struct Answer {
    access_scopes: Vec<Scope>,
}

#[derive(Deserialize)]
struct Scope {
    handle: String,
}

impl Client {
    /// Asks the store what the token may do. It costs no points.
    ///
    /// # Errors
    /// Why there is no answer.
    pub async fn granted_scopes(&self) -> Result<Scopes, Error> {
        let store = self.store();
        let call = Call {
            store: &store.domain,
            document: "AccessScopes",
            kind: Kind::Query,
            cost: 0,
            optional: &[],
            each: None,
        };
        let address = format!("{}/admin/oauth/access_scopes.json", store.admin_url);
        let request = Request::get(&address).map_err(|source| store.not_sent(source))?;
        let (mut patience, mut token) = (Patience::new(self.lane()), self.token().await?);
        loop {
            let outcome = self.send(store.authorised(request.clone(), &token)?).await;
            let verdict = match refused(&call, outcome.as_ref().map_err(Clone::clone)) {
                Ok(response) => match serde_json::from_slice::<Answer>(&response.body) {
                    Ok(answer) => return Ok(answer.access_scopes.into_iter().map(|scope| scope.handle).collect()),
                    Err(error) => Verdict::Failed(call.unreadable(&error.to_string())),
                },
                Err(verdict) => verdict,
            };
            match verdict {
                Verdict::TokenRefused => self.renew(&mut token).await?,
                Verdict::Again { after, error } => self.wait(&call, &mut patience, after, error).await?,
                Verdict::Failed(error) => return Err(error),
                Verdict::Answered(_) | Verdict::Throttled => return Err(call.unreadable("it is none")),
            }
        }
    }
}
