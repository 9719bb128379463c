package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SigningInTest {

    @Test
    void a_name_without_account_costs_as_much_as_one_with() {
        String rounds = "$2a$" + SigningIn.COST + "$";

        assertThat(SigningIn.NOBODY).startsWith(rounds).hasSameSizeAs(SigningIn.hash("a password"));
        assertThat(SigningIn.hash("a password")).startsWith(rounds);
    }
}
