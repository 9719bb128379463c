package app.countersign.inquiry;

/**
 * An inquiry as it was typed; anything may be null or empty.
 *
 * @param kind in kebab case, see {@link InquiryKind}
 * @param processor its code
 * @param asker who asks
 * @param reference of those who ask
 * @param matter what they want to know
 * @param receivedOn ISO 8601; today if empty
 * @param handler who sees to it; the caller if empty
 * @param basis on what it rests; the law's clause if empty and a person asks
 * @param answerBy ISO 8601, the day that was set; the law's if empty and a person asks
 * @param person it is about, as the stores call that person
 * @param contract number of a contract with the controller whose data it is about
 * @param store id of the store that it is about
 * @param from the first day of the data's time
 * @param to its last day
 */
public record InquiryEntry(
        String kind,
        String processor,
        String asker,
        String reference,
        String matter,
        String receivedOn,
        String handler,
        String basis,
        String answerBy,
        String person,
        String contract,
        String store,
        String from,
        String to) {}
