package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttributeNamesTest {
    @Test
    void findsOneNameOrSeveral() {
        assertThat(AttributeNames.namesIn(
                        "( 2.5.4.49 NAME 'distinguishedName' DESC 'RFC4519: it''s NAME' SYNTAX 1.2 )"))
                .containsExactly("distinguishedName");
        assertThat(AttributeNames.namesIn("( 2.5.4.3 NAME ( 'cn' 'commonName' ) DESC 'a (name)' SUP name )"))
                .containsExactly("cn", "commonName");
        assertThat(AttributeNames.namesIn("( 1.2.3 NAME 'last' )")).containsExactly("last");
        assertThat(AttributeNames.namesIn("( 1.2.3 DESC 'nameless' )")).isEmpty();
    }
}
