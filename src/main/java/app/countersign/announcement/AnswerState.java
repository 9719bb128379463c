package app.countersign.announcement;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** How a change stands towards one controller. */
public enum AnswerState {
    /** Told, and asked; nothing has come yet. */
    WAITING,
    CONSENTED,
    /** The change does not take effect for this contract. */
    OBJECTED,
    /** The window has closed without a word, where silence counts. */
    UNOPPOSED,
    /** Told; the contract asks for no answer. */
    INFORMED,
    /** The contract or the law does not allow it: not told, and never in effect. */
    BARRED;

    /** Whether the change may take effect. */
    boolean allows() {
        return this == CONSENTED || this == UNOPPOSED || this == INFORMED;
    }

    public Reason label() {
        return Reason.of("announcement.state." + KebabCase.of(this));
    }
}
