package app.countersign.contract;

import app.countersign.kernel.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done with a returned file without asking a person, and why. A person is asked wherever the file, its sender or
 * what was filled in leaves a doubt; nothing is answered to a machine, or to an address that is not the contract's.
 */
final class ReturnPolicy {

    /** So many letters a day about returned files go to one contract's controller before a person is asked. */
    static final int MOST_LETTERS = 5;

    private ReturnPolicy() {}

    /**
     * @param expired whether the contract was withdrawn because nobody signed in time
     * @param signed whether the contract is concluded by signatures at all
     * @param stranger whether it was mailed from an address that the contract does not know
     * @param answers whether somebody may be written to in answer
     * @param letters that were sent about returned files within a day
     * @param incomplete what is wrong with the values, each naming its field; empty if nothing is
     */
    record Case(
            ReturnVerdict verdict,
            ContractState state,
            boolean expired,
            boolean signed,
            Door door,
            boolean stranger,
            boolean answers,
            long letters,
            List<Reason> incomplete) {

        boolean tooLate() {
            return !Move.RECORD.allowedIn(state);
        }
    }

    /** What the controller is told by letter. */
    enum Letter {
        NONE,
        /** It was altered: page and place, and a fresh form. */
        ALTERED,
        /** It could not be read, and a fresh form. */
        UNREADABLE,
        /** It came too late. */
        TOO_LATE
    }

    /** @param why for people, in the order of weight; empty for a file that is taken */
    record Course(ReturnState state, List<Reason> why, Letter letter) {}

    static Course of(Case it) {
        if (!it.signed()) {
            return new Course(ReturnState.KEPT, List.of(Reason.of("contract.refusal.nobody-signs")), Letter.NONE);
        }
        if (it.tooLate()) {
            return tooLate(it);
        }
        return switch (it.verdict()) {
            case UNREADABLE -> unreadable(it);
            case ALTERED -> altered(it);
            case HONEST, DOUBTFUL -> readable(it);
        };
    }

    private static Course tooLate(Case it) {
        Reason why = it.expired()
                ? Reason.of("contract.return.expired")
                : Reason.of("contract.return.too-late", it.state().label());
        boolean told = it.door() == Door.MAIL && mayWrite(it) && it.state() != ContractState.DRAFT;
        return new Course(ReturnState.KEPT, List.of(why), told ? Letter.TOO_LATE : Letter.NONE);
    }

    /** Whoever brings a file is told at once; whoever mails it, by mail. */
    private static Course unreadable(Case it) {
        if (it.door() != Door.MAIL || it.state() == ContractState.RETURNED) {
            return new Course(ReturnState.KEPT, List.of(Reason.of("contract.return.another-file")), Letter.NONE);
        }
        return mayWrite(it)
                ? new Course(ReturnState.REFUSED, List.of(), Letter.UNREADABLE)
                : new Course(ReturnState.WAITING, doubts(it), Letter.NONE);
    }

    private static Course altered(Case it) {
        boolean alone = it.state() == ContractState.ISSUED || it.state() == ContractState.REFUSED;
        return alone && mayWrite(it)
                ? new Course(ReturnState.REFUSED, List.of(), Letter.ALTERED)
                : new Course(ReturnState.WAITING, doubts(it), Letter.NONE);
    }

    private static Course readable(Case it) {
        List<Reason> doubts = doubts(it);
        doubts.addAll(it.incomplete());
        return it.verdict() == ReturnVerdict.HONEST && doubts.isEmpty()
                ? new Course(ReturnState.TAKEN, List.of(), Letter.NONE)
                : new Course(ReturnState.WAITING, doubts, Letter.NONE);
    }

    private static boolean mayWrite(Case it) {
        return it.answers() && !it.stranger() && it.letters() < MOST_LETTERS;
    }

    private static List<Reason> doubts(Case it) {
        List<Reason> doubts = new ArrayList<>();
        if (it.stranger()) {
            doubts.add(Reason.of("contract.return.stranger"));
        }
        if (it.state() == ContractState.RETURNED) {
            doubts.add(Reason.of("contract.return.another-one"));
        }
        if (!it.answers()) {
            doubts.add(Reason.of("contract.return.machine"));
        }
        if (it.letters() >= MOST_LETTERS) {
            doubts.add(Reason.of("contract.return.many", MOST_LETTERS));
        }
        return doubts;
    }
}
