use std::str::FromStr;

use back_office::company;
use back_office::sales::posted;

use crate::Error;

/// A language that documents are printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Norwegian Bokmål.
    Norwegian,
}

/// What is taken for each: the codes of Business Central, and those of ISO 639.
const CODES: [(Language, &[&str]); 2] = [
    (Language::English, &["en", "eng", "enu", "ena", "enc", "eni", "enz", "en-us", "en-gb"]),
    (Language::Norwegian, &["nb", "no", "nob", "nor", "nn", "non", "nno", "nb-no", "nn-no"]),
];

/// The country at home with the language.
const NORWAY: &str = "NO";

impl Language {
    /// Its code on the web.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Norwegian => "nb",
        }
    }

    /// The codes that can be asked for, in a sentence.
    pub(crate) fn codes() -> String {
        CODES.map(|(language, _)| language.code()).join(", ")
    }

    /// The language in which a payer gets a document: the one that it had when that was posted. Where none was said, the
    /// company's own at home, and English abroad; where nothing is printed in it, English.
    pub(crate) fn of(document: &posted::header::Model, company: &company::Model) -> Self {
        let at_home = company.country_region_code.as_str();
        let (code, country) = (document.language_code.as_str(), document.bill_to_country_region_code.as_str());
        if !code.is_empty() {
            return code.parse().unwrap_or(Self::English);
        }
        let is_at_home = country.is_empty() || country == at_home;
        if is_at_home && at_home == NORWAY { Self::Norwegian } else { Self::English }
    }
}

impl FromStr for Language {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        let wanted = code.trim().to_lowercase().replace('_', "-");
        let found = CODES.iter().find(|(_, codes)| codes.contains(&wanted.as_str()));
        found.map(|(language, _)| *language).ok_or_else(|| Error::Language { given: code.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_of_business_central_and_of_the_web_are_known() {
        for (code, language) in [("ENU", Language::English), ("en", Language::English), ("nb-NO", Language::Norwegian)]
        {
            assert_eq!(code.parse::<Language>().unwrap(), language);
        }
        for code in ["NOR", "NOB", "NO", "nb_NO"] {
            assert_eq!(code.parse::<Language>().unwrap(), Language::Norwegian);
        }
    }

    #[test]
    fn another_language_is_refused_with_those_there_are() {
        let refused = "DEU".parse::<Language>().unwrap_err().to_string();
        assert_eq!(refused, "'DEU' is no language that documents are printed in: choose one of en, nb");
    }
}
