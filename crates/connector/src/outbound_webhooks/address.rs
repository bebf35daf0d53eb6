use outbound::{Policy, Reach, Url};

use crate::Error;

/// The longest address that is taken.
const LONGEST: usize = 2_000;

/// The address as it is kept, when events may be sent there.
pub(super) fn checked(url: &str, reach: Reach) -> Result<String, Error> {
    let refused = |reason: String| Err(Error::Given { name: "url", reason });
    let url = url.trim();
    if url.len() > LONGEST {
        return refused(format!("the address is too long: it may have {LONGEST} characters"));
    }
    let address = match Url::parse(url) {
        Ok(address) => address,
        Err(error) => return refused(format!("'{url}' is no address ({error}): write it as https://host/path")),
    };
    if address.fragment().is_some() {
        return refused("the address has a part after #, which is never sent: leave that out".to_owned());
    }
    match (Policy { reach, ..Policy::default() }).check(&address) {
        Ok(()) => Ok(address.to_string()),
        Err(outbound::Error::Refused { reason, .. }) => refused(reason),
        Err(error) => refused(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_public_and_kept_as_it_is_sent_to() {
        let public = |url| checked(url, Reach::Public).map_err(|error| error.to_string());
        assert_eq!(public(" https://erp.example/hook?a=1 ").unwrap(), "https://erp.example/hook?a=1");
        let refused = [
            ("erp.example", "no address"),
            ("http://erp.example", "https://"),
            ("https://10.0.0.7/hook", "private network"),
            ("http://localhost:9/hook", "this machine"),
            ("https://me:pass@erp.example", "password"),
            ("https://erp.example/#a", "#"),
        ];
        for (url, why) in refused {
            let error = public(url).unwrap_err();
            assert!(error.contains(why), "{url}: {error}");
        }
        assert!(checked("http://127.0.0.1:9/hook", Reach::PublicAndThisMachine).is_ok());
    }
}
