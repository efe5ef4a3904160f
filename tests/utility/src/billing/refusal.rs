//! Why billing doesn't do what it was asked, in words for the customer.

use portal_contracts::update::Outcome;
use portal_domain::Language;

/// A reason, by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    UnknownCustomer,
    UnknownMeter,
    MeterRemoved,
    RegistersDiffer,
    TooManyDigits,
    DateInFuture,
    BeforeInstallation,
    PeriodSettled,
    ReadingExists,
    BelowPrevious,
    AboveNext,
    MoreThanCanFlow,
    NotOffered,
    AccountInvalid,
    NoAdvanceLeft,
    AdvanceOutOfBounds,
    ClaimsChanged,
    DebtsChanged,
    InCollection,
    PartsOutOfRange,
    UnknownPoint,
    CapacityUnavailable,
    NoRainwater,
    SurfacesDiffer,
}

impl Refusal {
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownCustomer => "customer_unknown",
            Self::UnknownMeter => "meter_unknown",
            Self::MeterRemoved => "meter_removed",
            Self::RegistersDiffer => "registers_differ",
            Self::TooManyDigits => "too_many_digits",
            Self::DateInFuture => "date_in_future",
            Self::BeforeInstallation => "before_installation",
            Self::PeriodSettled => "period_settled",
            Self::ReadingExists => "reading_exists",
            Self::BelowPrevious => "reading_below_previous",
            Self::AboveNext => "reading_above_next",
            Self::MoreThanCanFlow => "more_than_can_flow",
            Self::NotOffered => "not_offered",
            Self::AccountInvalid => "account_invalid",
            Self::NoAdvanceLeft => "no_advance_left",
            Self::AdvanceOutOfBounds => "advance_out_of_bounds",
            Self::ClaimsChanged => "claims_changed",
            Self::DebtsChanged => "debts_changed",
            Self::InCollection => "in_collection",
            Self::PartsOutOfRange => "parts_out_of_range",
            Self::UnknownPoint => "supply_point_unknown",
            Self::CapacityUnavailable => "capacity_unavailable",
            Self::NoRainwater => "rainwater_not_charged",
            Self::SurfacesDiffer => "surfaces_differ",
        }
    }

    fn reason(self, language: Language) -> &'static str {
        let [cs, pl, en] = match self {
            Self::UnknownCustomer => [
                "Zákazníka nevedeme.",
                "Nie prowadzimy takiego klienta.",
                "We have no such customer.",
            ],
            Self::UnknownMeter => [
                "Měřidlo u vás nevedeme.",
                "Nie prowadzimy u Państwa takiego licznika.",
                "We have no such meter at your place.",
            ],
            Self::MeterRemoved => [
                "Měřidlo v ten den už nebylo osazeno.",
                "W tym dniu licznik był już zdemontowany.",
                "The meter had been removed by that day.",
            ],
            Self::RegistersDiffer => [
                "Stav je třeba uvést pro všechny číselníky měřidla.",
                "Należy podać stan wszystkich liczydeł licznika.",
                "The state of every register of the meter is needed.",
            ],
            Self::TooManyDigits => [
                "Stav má více míst než číselník.",
                "Stan ma więcej cyfr niż liczydło.",
                "The state has more digits than the dial.",
            ],
            Self::DateInFuture => [
                "Den odečtu teprve nastane.",
                "Data odczytu jest z przyszłości.",
                "The day of the reading is in the future.",
            ],
            Self::BeforeInstallation => [
                "Měřidlo v ten den ještě nebylo osazeno.",
                "W tym dniu licznik nie był jeszcze zamontowany.",
                "The meter had not been installed by that day.",
            ],
            Self::PeriodSettled => [
                "Období je již vyúčtováno.",
                "Okres został już rozliczony.",
                "The period has been settled already.",
            ],
            Self::ReadingExists => [
                "Na ten den již odečet máme.",
                "Na ten dzień mamy już odczyt.",
                "We have a reading of that day already.",
            ],
            Self::BelowPrevious => [
                "Stav je nižší než při předchozím odečtu.",
                "Stan jest niższy niż przy poprzednim odczycie.",
                "The state is below that of the reading before.",
            ],
            Self::AboveNext => [
                "Stav je vyšší než při následujícím odečtu.",
                "Stan jest wyższy niż przy następnym odczycie.",
                "The state is above that of the reading after.",
            ],
            Self::MoreThanCanFlow => [
                "Tolik nemohlo měřidlem od posledního odečtu projít.",
                "Tyle nie mogło przepłynąć przez licznik od ostatniego odczytu.",
                "That much can't have gone through the meter since the last reading.",
            ],
            Self::NotOffered => [
                "Tuto změnu neprovádíme.",
                "Nie wykonujemy takiej zmiany.",
                "We don't make such a change.",
            ],
            Self::AccountInvalid => [
                "Takové číslo účtu neexistuje.",
                "Nie ma takiego numeru konta.",
                "There is no such account number.",
            ],
            Self::NoAdvanceLeft => [
                "Od tohoto dne už nelze žádnou zálohu změnit.",
                "Od tego dnia nie można już zmienić żadnej zaliczki.",
                "No advance can be changed from that day on.",
            ],
            Self::AdvanceOutOfBounds => [
                "Taková výše zálohy není možná.",
                "Taka wysokość zaliczki nie jest możliwa.",
                "Such an advance is not possible.",
            ],
            Self::ClaimsChanged => [
                "Přeplatek se mezitím změnil. Podejte prosím žádost znovu.",
                "Nadpłata zmieniła się w międzyczasie. Prosimy złożyć wniosek ponownie.",
                "The overpayment has changed meanwhile. Please ask again.",
            ],
            Self::DebtsChanged => [
                "Dluh se mezitím změnil. Podejte prosím žádost znovu.",
                "Zadłużenie zmieniło się w międzyczasie. Prosimy złożyć wniosek ponownie.",
                "The debt has changed meanwhile. Please ask again.",
            ],
            Self::InCollection => [
                "Dluh je už předán k vymáhání.",
                "Zadłużenie przekazano już do windykacji.",
                "The debt has been handed over for collection.",
            ],
            Self::PartsOutOfRange => [
                "Takové splátky nesjednáváme.",
                "Takich rat nie uzgadniamy.",
                "We don't agree on such instalments.",
            ],
            Self::UnknownPoint => [
                "Odběrné místo u vás nevedeme.",
                "Nie prowadzimy u Państwa takiego punktu poboru.",
                "We have no such supply point of yours.",
            ],
            Self::CapacityUnavailable => [
                "Tolik příkonu síť ve vašem místě nemá.",
                "Sieć w Państwa miejscu nie ma takiej mocy.",
                "The network has no such capacity at your place.",
            ],
            Self::NoRainwater => [
                "Za srážkové vody vám nic neúčtujeme.",
                "Nie pobieramy od Państwa opłat za wody opadowe.",
                "We charge you nothing for rainwater.",
            ],
            Self::SurfacesDiffer => [
                "Plochy nebo den neodpovídají naší evidenci.",
                "Powierzchnie lub dzień nie zgadzają się z naszą ewidencją.",
                "The surfaces or the day do not agree with our records.",
            ],
        };
        match language {
            Language::Cs => cs,
            Language::Pl => pl,
            Language::En => en,
        }
    }

    pub(crate) fn outcome(self, language: Language) -> Outcome {
        Outcome::Refused { code: self.code().into(), reason: self.reason(language).into() }
    }
}
