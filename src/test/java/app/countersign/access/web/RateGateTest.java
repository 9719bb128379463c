package app.countersign.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.RateLimits.Strangers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateGateTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /sign-in, SIGN_IN",
        "POST, /sign-in.xhtml, SIGN_IN",
        "GET, /sign-in,",
        "GET, /sign-in/provider, SIGN_IN",
        "GET, /sign-in/return, SIGN_IN",
        "POST, /welcome/code, SIGN_IN",
        "POST, /welcome/code.xhtml, SIGN_IN",
        "POST, /verify, VERIFICATION",
        "POST, /verify.xhtml, VERIFICATION",
        "POST, /api/v1/verifications, VERIFICATION",
        "GET, /verify,",
        "GET, /sign/abc, LINK",
        "GET, /portal/page, LINK",
        "POST, /portal/contract, LINK",
        "GET, /portal/sub-processors, LINK",
        "POST, /portal/sub-processors, SIGN_IN",
        "POST, /portal/sub-processors.xhtml, SIGN_IN",
        "POST, /portal/unsubscribe, LINK",
        "GET, /contract/list,",
        "POST, /signing-in-elsewhere,"
    })
    void what_strangers_do_has_its_limit(String method, String path, Strangers what) {
        assertThat(RateGate.what(path, method).orElse(null)).isEqualTo(what);
    }
}
