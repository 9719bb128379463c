package app.countersign.mail;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class MailStateConverter implements AttributeConverter<MailState, String> {

    @Override
    public String convertToDatabaseColumn(MailState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public MailState convertToEntityAttribute(String word) {
        return KebabCase.read(MailState.class, word);
    }
}
