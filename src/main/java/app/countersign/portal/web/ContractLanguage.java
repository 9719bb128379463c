package app.countersign.portal.web;

import app.countersign.access.web.KnownReader;
import app.countersign.contract.Signing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** Who comes with a personal link reads the language of the contract. */
@ApplicationScoped
class ContractLanguage implements KnownReader {

    @Inject
    private Signing signing;

    @Override
    public Optional<Locale> language(HttpServletRequest request) {
        String token = request.getParameter(PortalAddress.LINK);
        boolean here = request.getRequestURI().startsWith(request.getContextPath() + PortalAddress.ROOM);
        return here && token != null ? signing.language(token) : Optional.empty();
    }
}
