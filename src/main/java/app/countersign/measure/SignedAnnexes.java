package app.countersign.measure;

import app.countersign.terms.Template;
import java.util.List;
import java.util.UUID;

/** What the room of contracts knows of annexes, and implements: it lies above this one. */
public interface SignedAnnexes {

    /** The templates that new contracts are made with. */
    List<Template> onOffer();

    /**
     * The contracts in force that were signed with an annex of that template.
     *
     * @param most so many are named at most
     */
    Touched touched(UUID processor, String template, int most);

    /**
     * @param count of all
     * @param numbers of the first
     */
    record Touched(long count, List<String> numbers) {}
}
