package app.countersign.contract;

/**
 * What somebody typed of a paper that was signed elsewhere, as they typed it; each may be null. Days in any of the ways
 * in which people write one.
 *
 * @param concludedOn the day of the last signature
 * @param effectiveOn from which day it is in force; what the template's rule yields if nothing is said
 * @param earlyReason why it was in force before it was concluded
 * @param endsOn its last day, where an end is agreed or notice was given
 * @param reference what the paper is called where it is filed
 * @param controller who signed for the controller; name and address are the organisation's if nothing is said
 * @param processor who signed for the processor; of it, person, position, place and date are read
 */
public record PaperEntry(
        String concludedOn,
        String effectiveOn,
        String earlyReason,
        String endsOn,
        String reference,
        SignaturePage.Entry controller,
        SignaturePage.Entry processor) {}
