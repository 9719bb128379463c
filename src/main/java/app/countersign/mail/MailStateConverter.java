package app.countersign.mail;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class MailStateConverter extends KebabCase<MailState> implements AttributeConverter<MailState, String> {

    MailStateConverter() {
        super(MailState.class);
    }
}
