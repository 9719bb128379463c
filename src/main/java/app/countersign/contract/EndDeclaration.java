package app.countersign.contract;

import java.time.LocalDate;

/**
 * What somebody says of a contract's end.
 *
 * @param ground of an extraordinary end; null for the others
 * @param by whose declaration it is; null where that is not known, and for an end with the main contract
 * @param day on which the other party had it; with the main contract, that contract's last day; null for today
 * @param reason for people; may be empty where none is demanded
 */
public record EndDeclaration(EndKind kind, EndGround ground, Side by, LocalDate day, String reason) {

    public static EndDeclaration ordinary(Side by, LocalDate receivedOn, String reason) {
        return new EndDeclaration(EndKind.ORDINARY, null, by, receivedOn, reason);
    }

    public static EndDeclaration extraordinary(EndGround ground, Side by, LocalDate receivedOn, String reason) {
        return new EndDeclaration(EndKind.EXTRAORDINARY, ground, by, receivedOn, reason);
    }

    public static EndDeclaration withMainContract(LocalDate lastDay) {
        return new EndDeclaration(EndKind.WITH_MAIN_CONTRACT, null, null, lastDay, "");
    }
}
