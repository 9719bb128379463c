package app.countersign.processing;

import app.countersign.kernel.Country;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.Footing;
import app.countersign.subprocessor.Personal;
import app.countersign.subprocessor.PlaceRules;
import app.countersign.terms.Adequacy;
import app.countersign.terms.AdequacyList;
import java.time.LocalDate;
import java.util.List;

/** Which recipients mean that data goes abroad, and on what that stands by the law of the processor's seat. */
final class Transfers {

    private final List<AdequacyList> lists;
    private final PlaceRules law;
    private final String seat;
    private final LocalDate day;

    Transfers(Adequacy adequacy, Organisation processor, LocalDate day) {
        this.seat = processor.country().code();
        this.lists = adequacy.listsOf(List.of(seat));
        this.law = PlaceRules.ofLaw(adequacy);
        this.day = day;
    }

    /** None where no personal data is reached. */
    List<Transfer> of(Engagement engagement) {
        Footing footing =
                new Footing(engagement.safeguards(), engagement.document().isPresent(), List.of(seat), day);
        return engagement.personal() == Personal.NONE
                ? List.of()
                : engagement.judged().stream()
                        .filter(this::isAbroad)
                        .map(country -> new Transfer(
                                engagement,
                                country,
                                !engagement.places().contains(country),
                                law.judge(country, footing)))
                        .toList();
    }

    private boolean isAbroad(Country country) {
        return lists.isEmpty()
                ? !country.code().equals(seat)
                : lists.stream().anyMatch(list -> !list.exporters().contains(country.code()));
    }
}
