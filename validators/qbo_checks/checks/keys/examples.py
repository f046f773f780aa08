"""Values, and the codes that each gets."""

from __future__ import annotations

import base64
import hashlib
import json

from qbo_checks.model import Example, Text

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def made_up(label: str, length: int, alphabet: str = ALPHABET) -> str:
    """A value that looks drawn by lot and is the same each time: no key, real or not, is written down here."""
    return "".join(
        alphabet[byte % len(alphabet)] for byte in hashlib.shake_256(label.encode()).digest(length)
    )


_ID = "AB" + made_up("Client ID", 48)
_SECRET = made_up("Client secret", 40)
_OTHER_ID = "AB" + made_up("Client ID of the other environment", 48)
_OTHER_SECRET = made_up("Client secret of the other environment", 40)
_BOTH = {"client_id": _ID, "client_secret": _SECRET}
_EPOCH = made_up("epoch", 10, "0123456789")


def _example(
    fr: str,
    en: str,
    *rules: str,
    verdict: str = "fail",
    mended: bool = False,
    environment: str = "sandbox",
    **fields: str,
) -> Example:
    """An example: a plausible pair but for the fields that are given, described in words."""
    return Example(
        {**_BOTH, "environment": environment, **fields},
        rules,
        "review" if verdict == "review" else "fail",
        cleaned=_BOTH if mended else {},
        about=Text(fr=fr, en=en),
    )


EXAMPLES = (
    _example("Deux clés inventées", "Two made-up keys", "plausible", verdict="review"),
    _example("Les mêmes, pour la production", "The same, for production", "plausible", verdict="review", environment="production"),
    _example("Deux clés, et l’ID de l’autre environnement", "Two keys, and the other environment’s ID", "plausible", verdict="review", other_client_id=_OTHER_ID),
    _example("Deux champs vides", "Two empty fields", "empty", "empty", client_id="", client_secret=""),
    _example("Un champ qui ne contient que des espaces", "A field that holds only spaces", "empty", client_id=" \t\n"),
    _example("Une clé suivie d’un saut de ligne", "A key followed by a line break", "surrounding-space", mended=True, client_id=f"{_ID}\n"),
    _example("Une clé précédée d’une espace insécable", "A key with a no-break space before it", "surrounding-space", mended=True, client_secret=f"\u00a0{_SECRET}"),
    _example("Une clé entre guillemets", "A key in quotes", "wrapped", mended=True, client_id=f'"{_ID}"'),
    _example("Une clé en gras Markdown, suivie d’une virgule", "A key in Markdown’s bold, with a comma after it", "wrapped", mended=True, client_secret=f"**{_SECRET}**,"),
    _example("Une clé après son étiquette", "A key after its label", "label-included", mended=True, client_id=f"Client ID: {_ID}"),
    _example("Une clé après son étiquette en français", "A key after its label in French", "label-included", mended=True, client_secret=f"Secret client : {_SECRET}"),
    _example("Une ligne d’un fichier .env", "A line of a .env file", "label-included", mended=True, client_id=f'export QBO_CLIENT_ID="{_ID}"'),
    _example("Une ligne de JSON", "A line of JSON", "label-included", mended=True, client_secret=f'  "client_secret": "{_SECRET}",'),
    _example("Une clé suivie d’un mot", "A key with a word after it", "label-included", mended=True, client_id=f"{_ID} Copy"),
    _example("Une clé où s’est glissée une espace sans chasse", "A key with a zero-width space inside", "invisible-character", mended=True, client_id=f"{_ID[:20]}\u200b{_ID[20:]}"),
    _example("Une clé précédée d’une marque d’ordre des octets", "A key with a byte order mark before it", "invisible-character", mended=True, client_secret=f"\ufeff{_SECRET}"),
    _example("Une clé où s’est glissée une espace", "A key with a space inside", "inner-space", mended=True, client_secret=f"{_SECRET[:8]} {_SECRET[8:]}"),
    _example("Une clé coupée en deux lignes", "A key broken over two lines", "line-break", mended=True, client_id=f"{_ID[:30]}\r\n{_ID[30:]}"),
    _example("Une étiquette, puis une clé coupée en deux lignes", "A label, then a key broken over two lines", "label-included", "line-break", mended=True, client_id=f"Client ID:\n{_ID[:30]}\n{_ID[30:]}"),
    _example("Une clé où un « A » est cyrillique", "A key with a Cyrillic “A”", "homoglyph", client_id=f"\u0410{_ID[1:]}"),
    _example("Une clé où un chiffre est pleine chasse", "A key with a full-width digit", "homoglyph", client_secret=f"{_SECRET[:12]}\uff11{_SECRET[13:]}"),
    _example("Une clé où une lettre a un accent", "A key with an accented letter", "non-ascii", client_secret=f"{_SECRET[:12]}é{_SECRET[13:]}"),
    _example("La clé d’un autre service, avec des traits d’union", "Another service’s key, with hyphens", "unexpected-character", client_secret=f"{made_up('dash', 15)}-{made_up('more', 24)}"),
    _example("Le texte d’un guide", "The text of a guide", "placeholder", client_id="your_client_id"),
    _example("La variable au lieu de sa valeur", "The variable instead of its value", "placeholder", client_id="${QBO_CLIENT_ID}"),
    _example("Ce que Terraform écrit au lieu d’un secret", "What Terraform writes instead of a secret", "placeholder", client_id="<sensitive>"),
    _example("Un renvoi à 1Password", "A reference to 1Password", "placeholder", client_id="op://boreal/quickbooks/secret"),
    _example("Une valeur chiffrée par sops", "A value that sops encrypted", "placeholder", client_id="ENC[AES256_GCM,data:b3JlYWw=,type:str]"),
    _example("Un nom sans valeur", "A name without a value", "placeholder", client_id="QBO_CLIENT_ID="),
    _example("Quarante fois la lettre x", "The letter x, forty times", "placeholder", client_secret="x" * 40),
    _example("L’alphabet, sur 50 caractères", "The alphabet, 50 characters of it", "placeholder", client_id=ALPHABET[:50]),
    _example("Des points, copiés avant « Show credentials »", "Dots, copied before “Show credentials”", "masked", client_secret="•" * 40),
    _example("Une clé abrégée par des points de suspension", "A key shortened with an ellipsis", "masked", client_id=f"{_ID[:6]}…{_ID[-4:]}"),
    _example("Une clé à laquelle il manque un caractère", "A key with one character missing", "too-short", client_id=_ID[:-1]),
    _example("Une clé collée deux fois", "A key pasted twice", "too-long", client_secret=_SECRET * 2),
    _example("Deux clés, chacune dans le champ de l’autre", "Two keys, each in the other’s field", "swapped", mended=True, client_id=_SECRET, client_secret=_ID),
    _example("Deux clés avec leurs étiquettes, chacune dans le champ de l’autre", "Two keys with their labels, each in the other’s field", "swapped", "label-included", "label-included", mended=True, client_id=f"Client secret: {_SECRET}", client_secret=f"Client ID: {_ID}"),
    _example("Le secret dans le champ de l’ID, et rien dans l’autre", "The secret in the ID’s field, and nothing in the other", "is-client-secret", "empty", client_id=_SECRET, client_secret=""),
    _example("L’ID d’une autre application au lieu du secret", "Another app’s ID instead of the secret", "is-client-id", client_secret=_OTHER_ID),
    _example("Le même ID dans les deux champs", "The same ID in both fields", "same-value", client_secret=_ID),
    _example("Le même ID pour les deux environnements", "The same ID for both environments", "same-as-other-environment", other_client_id=_ID),
    _example("Un ID au début inhabituel", "An ID with an unusual beginning", "plausible", "unknown-prefix", verdict="review", client_id="ZZ" + made_up("prefix", 48)),
    _example("Une empreinte de 40 chiffres hexadécimaux", "A hash of 40 hexadecimal digits", "little-variety", verdict="review", client_secret=made_up("hash", 40, "0123456789abcdef")),
    _example("Un jeton d’actualisation", "A refresh token", "is-refresh-token", client_id=f"AB1{_EPOCH}{made_up('refresh', 37)}"),
    _example("Un jeton d’actualisation, nouvelle forme", "A refresh token, new form", "is-refresh-token", client_secret=f"RT1-12-H0-{_EPOCH}{made_up('new', 20, '0123456789abcdef')}"),
    _example("Un jeton d’actualisation, ancienne forme", "A refresh token, old form", "is-refresh-token", client_id=f"L31{_EPOCH}{made_up('old', 37)}"),
    _example("Un code d’autorisation", "An authorization code", "is-authorization-code", client_secret=f"XAB1{_EPOCH}{made_up('code', 38)}"),
    _example("Un jeton d’accès, coupé à la longueur d’une clé", "An access token, cut to the length of a key", "is-access-token", client_secret=base64.b64encode(b'{"alg":"dir","enc":"A128CBC-HS256"}').decode()[:40]),
    _example("Un jeton d’actualisation après son nom", "A refresh token after its name", "is-refresh-token", client_id=f"refresh_token=AB1{_EPOCH}{made_up('refresh', 37)}"),
    _example("Les mêmes dix caractères, cinq fois", "The same ten characters, five times", "placeholder", client_id=made_up("again", 10) * 5),
    _example("Les rangées du clavier", "The rows of the keyboard", "placeholder", client_id="qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVB"),
    _example("Un jeton d’accès", "An access token", "is-access-token", client_secret="eyJ" + ".".join(made_up(part, 70) for part in "ABCDE")),
    _example("Un jeton d’identité", "An ID token", "is-id-token", client_secret="eyJ" + ".".join(made_up(part, 70) for part in "ABC")),
    _example("Un ID d’entreprise QuickBooks, avec ses espaces", "A QuickBooks company ID, with its spaces", "is-realm-id", client_id=" ".join(made_up(part, 4, "0123456789") for part in "ABCD")),
    _example("Une clé d’OAuth 1", "An OAuth 1 key", "is-oauth1", client_id=f"qyprd{made_up('consumer', 25)}"),
    _example("Un identifiant d’entreprise de Codat", "A Codat company ID", "is-uuid", client_id="-".join(made_up(f"uuid {length}", length, "0123456789abcdef") for length in (8, 4, 4, 4, 12))),
    _example("L’adresse de la page", "The address of the page", "is-url", client_id="https://developer.intuit.com/"),
    _example("Un en-tête « Authorization »", "An “Authorization” header", "is-basic-header", client_secret=f"Authorization: Basic {made_up('basic', 122)}=="),
    _example("Une adresse de courriel", "An email address", "is-email", client_id="nobody@example.com"),
    _example("Un fichier .env dans un seul champ", "A .env file in one field", "taken-apart", "plausible", verdict="review", mended=True, client_id=f"# Intuit\nQBO_CLIENT_ID={_ID}\nQBO_CLIENT_SECRET={_SECRET}\nQBO_REALM_ID=\n", client_secret=""),
    _example("Du JSON dans un seul champ", "JSON in one field", "taken-apart", "plausible", verdict="review", mended=True, client_id="", client_secret=f'{{"client_id": "{_ID}", "client_secret": "{_SECRET}"}}'),
    _example("La page du portail, copiée en entier", "The portal’s page, copied whole", "taken-apart", "plausible", verdict="review", mended=True, client_id=f"Keys and credentials\nDevelopment\nProduction\nClient ID\n{_ID}\nClient secret\n{_SECRET}\n", client_secret=""),
    _example("Un tableau, copié dans le dernier champ", "A table, copied into the last field", "taken-apart", "plausible", verdict="review", mended=True, client_id="", client_secret="", other_client_id=f"Client ID\tClient secret\n{_ID}\t{_SECRET}\n"),
    _example("Un fichier .env dont le secret est masqué", "A .env file with a masked secret", "taken-apart", "masked", client_id=f"CLIENT_ID={_ID}\nCLIENT_SECRET=********\n", client_secret=""),
    _example("Un fichier de deux sections, avec deux ID", "A file of two sections, with two IDs", "several-values", client_id=f"[one]\nCLIENT_ID={_ID}\n[two]\nCLIENT_ID={_OTHER_ID}\n"),
    _example("Une clé que son étiquette dit de production", "A key that its label calls production’s", "label-included", "other-environment-label", client_id=f"QBO_PRODUCTION_CLIENT_ID={_ID}"),
    _example("Un nom défini deux fois", "A name that is set twice", "taken-apart", "plausible", "assigned-twice", verdict="review", mended=True, client_id=f"CLIENT_ID={_OTHER_ID}\nCLIENT_SECRET={_SECRET}\nCLIENT_ID={_ID}\n", client_secret=""),
    _example("Une unité de systemd", "A systemd unit", "taken-apart", "plausible", verdict="review", mended=True, client_id=f'[Service]\nEnvironment="QBO_CLIENT_ID={_ID}" "QBO_CLIENT_SECRET={_SECRET}"\n', client_secret=""),
    _example("Une configuration HOCON, que l’environnement peut remplacer", "A HOCON configuration that the environment may override", "taken-apart", "plausible", verdict="review", mended=True, client_id=f'qbo {{\n  client-id = "{_ID}"\n  client-id = ${{?QBO_ID}}\n  client-secret = "{_SECRET}"\n  client-secret = ${{?QBO_SECRET}}\n}}', client_secret=""),
    _example("Un courriel en français", "An email in French", "taken-apart", "plausible", verdict="review", mended=True, client_id=f"Voici les clés :\nID client = {_ID}\nclé secrète = {_SECRET}\n\nCordialement", client_secret=""),
    _example("Deux valeurs dont le nom ne dit rien", "Two values whose names say nothing", "taken-apart", "plausible", "recognized-by-form", "recognized-by-form", verdict="review", mended=True, client_id=f"VALUE_1={_ID}\nVALUE_2={_SECRET}\n", client_secret=""),
    _example("Un fichier .env où tout est en commentaire", "A .env file with everything in comments", "commented-out", client_id=f"#CLIENT_ID={_ID}\n#CLIENT_SECRET={_SECRET}\n", client_secret=""),
    _example("D’anciennes clés en commentaire, et « NODE_ENV »", "Old keys in comments, and “NODE_ENV”", "taken-apart", "plausible", verdict="review", mended=True, environment="production", client_id=f"NODE_ENV=development\n# CLIENT_ID={_OTHER_ID}\n# CLIENT_SECRET={_OTHER_SECRET}\nCLIENT_ID={_ID}\nCLIENT_SECRET={_SECRET}\n", client_secret=""),
    _example("Du code où un jeton suit les clés", "Code where a token follows the keys", "taken-apart", "plausible", "token-beside", verdict="review", mended=True, client_id=f'ID = os.getenv("QBO_CLIENT_ID", "{_ID}")\nSECRET = os.getenv("QBO_CLIENT_SECRET", "{_SECRET}")\nTOKEN = "RT1-12-H0-{_EPOCH}{made_up("beside", 20, "0123456789abcdef")}"\n', client_secret=""),
    _example("L’ID d’une entreprise et son jeton, sans les clés", "A company ID and its token, without the keys", "other-values", client_id=f"QB_REALM_ID={made_up('realm', 16, '123456789')}\nQB_REFRESH_TOKEN=RT1-12-H0-{_EPOCH}{made_up('alone', 20, '0123456789abcdef')}\n", client_secret=""),
    _example("Un «\u00a0Secret\u00a0» Kubernetes", "A Kubernetes “Secret”", "taken-apart", "base64", "base64", mended=True, client_id=f"kind: Secret\ndata:\n  client_id: {base64.b64encode(_ID.encode()).decode()}\n  client_secret: {base64.b64encode(_SECRET.encode()).decode()}\n", client_secret=""),
    _example("L’identifiant d’un jeton expiré", "The identifier of an expired token", "is-expired-token", client_id=f"AB0{_EPOCH}{made_up('expired', 37)}"),
    _example("Les clés de production, à l’étape du bac à sable", "Production keys at the sandbox step", "taken-apart", "other-environment-label", "other-environment-label", verdict="review", client_id=f"environment:\n  - QBO_CLIENT_ID={_ID}\n  - QBO_CLIENT_SECRET={_SECRET}\n  - QBO_ENV=production\n", client_secret=""),
    _example("La configuration de node-quickbooks", "The configuration of node-quickbooks", "taken-apart", "plausible", verdict="review", mended=True, client_id=f"module.exports = {{\n  consumerKey: '{_ID}',\n  consumerSecret: '{_SECRET}',\n  token: '',\n  useSandbox: true\n}}", client_secret=""),
    _example("Les propriétés de l’exemple Java d’Intuit", "The properties of Intuit’s Java sample", "taken-apart", "plausible", verdict="review", mended=True, client_id=f"OAuth2AppClientId={_ID}\nOAuth2AppClientSecret={_SECRET}\nIntuitAccountingAPIHost=https://sandbox-quickbooks.api.intuit.com", client_secret=""),
    _example("Un secret d’AWS Secrets Manager", "A secret of AWS Secrets Manager", "taken-apart", "plausible", verdict="review", mended=True, client_id=json.dumps({"ARN": "arn:aws:secretsmanager:ca-central-1:000000000000:secret:qbo-Ab1Cd2", "SecretString": json.dumps(_BOTH)}), client_secret=""),
    _example("Les commandes de Pulumi", "Commands of Pulumi", "taken-apart", "plausible", verdict="review", mended=True, client_id=f"pulumi config set --secret qboClientId {_ID}\npulumi config set --secret qboClientSecret {_SECRET}\n", client_secret=""),
    _example("Les commandes de GitHub", "Commands of GitHub", "taken-apart", "plausible", verdict="review", mended=True, client_id=f'gh secret set QBO_CLIENT_ID --body {_ID}\ngh secret set QBO_CLIENT_SECRET -b "{_SECRET}"\n', client_secret=""),
    _example("Ce que Google Secret Manager affiche", "What Google Secret Manager prints", "taken-apart", "plausible", verdict="review", mended=True, client_id=f"$ gcloud secrets versions access latest --secret=qbo-client-id\n{_ID}\n$ gcloud secrets versions access latest --secret=qbo-client-secret\n{_SECRET}\n", client_secret=""),
    _example("Un objet « quickbooks », avec « key » et « secret »", "An object “quickbooks”, with “key” and “secret”", "taken-apart", "plausible", verdict="review", mended=True, client_id=f"quickbooks: {{\n  key: '{_ID}',\n  secret: '{_SECRET}',\n}},", client_secret=""),
    _example("QB_KEY et QB_SECRET", "QB_KEY and QB_SECRET", "taken-apart", "plausible", verdict="review", mended=True, client_id=f"QB_KEY={_ID}\nQB_SECRET={_SECRET}", client_secret=""),
    _example("Les valeurs par défaut d’un fichier Compose", "The default values of a Compose file", "taken-apart", "plausible", verdict="review", mended=True, client_id=f'environment:\n  QBO_CLIENT_ID: "${{QBO_CLIENT_ID:-{_ID}}}"\n  QBO_CLIENT_SECRET: "${{QBO_CLIENT_SECRET:-{_SECRET}}}"\n', client_secret=""),
    _example("Un fichier de Vercel, dont les valeurs finissent par «\u00a0\\n\u00a0»", "A file from Vercel, whose values end in “\\n”", "taken-apart", "plausible", verdict="review", mended=True, client_id=f'QBO_CLIENT_ID="{_ID}\\n"\nQBO_CLIENT_SECRET="{_SECRET}\\n"\n', client_secret=""),
    _example("Une remarque qui nomme l’onglet", "A remark that names the tab", "taken-apart", "other-environment-label", verdict="review", environment="production", client_id=f"QBO_CLIENT_ID={_ID} # from Keys & OAuth, Development tab\nQBO_CLIENT_SECRET={_SECRET}\n", client_secret=""),
    _example("Un secret suivi de «\u00a0\\n\u00a0»", "A secret followed by “\\n”", "wrapped", mended=True, client_secret=f'"{_SECRET}\\n"'),
    _example("L’«\u00a0App ID\u00a0» au lieu de l’ID client", "The “App ID” instead of the client ID", "is-uuid", client_id="-".join(made_up(f"app {length}", length, "0123456789abcdef") for length in (8, 4, 4, 4, 12))),
    _example("Un élément de Bitwarden, exporté", "A Bitwarden item, exported", "taken-apart", "plausible", "recognized-by-form", "recognized-by-form", verdict="review", mended=True, client_id=json.dumps({"type": 1, "name": "QuickBooks", "login": {"uris": [{"uri": "https://developer.intuit.com"}], "username": _ID, "password": _SECRET, "totp": None}}), client_secret=""),
    _example("Un élément de Bitwarden, dont le nom est «\u00a0QuickBooks sandbox\u00a0», à l’étape de la production", "A Bitwarden item called “QuickBooks sandbox”, at the production step", "taken-apart", "other-environment-label", "recognized-by-form", "other-environment-label", "recognized-by-form", verdict="review", environment="production", client_id=json.dumps({"name": "QuickBooks sandbox", "login": {"password": _SECRET, "username": _ID}}), client_secret=""),
    _example("Un identifiant et un mot de passe, copiés l’un après l’autre", "A user name and a password, copied one after the other", "taken-apart", "plausible", "recognized-by-form", "recognized-by-form", verdict="review", mended=True, client_id=f"Username: {_ID}\nPassword: {_SECRET}", client_secret=""),
    _example("Le mot de passe d’autre chose, à côté d’un ID client", "Something else’s password beside a client ID", "label-included", "empty", client_id=f"client_id: {_ID}\ndb_password: {_OTHER_SECRET}", client_secret=""),
    _example("Les étiquettes du portail, à côté d’une variable", "The portal’s labels beside a variable", "taken-apart", "plausible", verdict="review", mended=True, client_id=f"Client ID: {_ID}\nClient secret: {_SECRET}\nQBO_REALM_ID=${{REALM_ID}}\n", client_secret=""),
    _example("Des variables d’Ansible, qui en nomment d’autres", "Ansible variables that name others", "taken-apart", "plausible", verdict="review", mended=True, client_id=f'qbo_client_id: "{{{{ vault_qbo_client_id }}}}"\nqbo_client_secret: "{{{{ vault_qbo_client_secret }}}}"\nvault_qbo_client_id: {_ID}\nvault_qbo_client_secret: {_SECRET}\n', client_secret=""),
    _example("La configuration du SDK PHP pour le bac à sable, à l’étape de la production", "The PHP SDK’s configuration for the sandbox, at the production step", "taken-apart", "other-environment-label", "other-environment-label", verdict="review", environment="production", client_id=f"DataService::Configure(array(\n  'auth_mode' => 'oauth2',\n  'ClientID' => \"{_ID}\",\n  'ClientSecret' => \"{_SECRET}\",\n  'baseUrl' => \"Development\"\n));", client_secret=""),
    _example("L’hôte de l’API du bac à sable, à l’étape de la production", "The host of the sandbox API, at the production step", "taken-apart", "other-environment-label", "other-environment-label", verdict="review", environment="production", client_id=f"QBO_CLIENT_ID={_ID}\nQBO_CLIENT_SECRET={_SECRET}\nQBO_API=https://sandbox-quickbooks.api.intuit.com\n", client_secret=""),
    _example("Un message qui annonce les clés du bac à sable, à l’étape de la production", "A message that announces the sandbox keys, at the production step", "taken-apart", "other-environment-label", "other-environment-label", verdict="review", environment="production", client_id=f"hey @jean, here are the QBO sandbox keys:\n> Client ID `{_ID}`\n> Client Secret `{_SECRET}`\nthe prod ones are coming tomorrow", client_secret=""),
    Example(
        {"client_id": f"url,username,password,totp,extra,name,grouping,fav\nhttps://developer.intuit.com,{_ID},{_SECRET},,,QBO production,Dev,0\nhttps://boreal.example,jean,{made_up('elsewhere', 12)},,,Boreal,Dev,0\nhttps://developer.intuit.com,{_OTHER_ID},{_OTHER_SECRET},,,QBO sandbox,Dev,0\n", "environment": "production"},
        ("taken-apart", "plausible", "recognized-by-form", "recognized-by-form"),
        "review",
        cleaned={**_BOTH, "other_client_id": _OTHER_ID},
        about=Text(fr="L’exportation d’un gestionnaire de mots de passe, avec d’autres comptes", en="A password manager’s export, with other accounts"),
    ),
    *(
        Example(
            {"client_id": text, "environment": environment},
            ("taken-apart", "plausible"),
            "review",
            cleaned=cleaned,
            about=Text(fr=fr, en=en),
        )
        for text, environment, cleaned, fr, en in (
            (f"sandbox: {_ID} / {_SECRET}\nproduction: {_OTHER_ID} / {_OTHER_SECRET}", "sandbox", {**_BOTH, "other_client_id": _OTHER_ID}, "L’ID et le secret de chaque environnement sur une ligne", "Each environment’s ID and secret on one line"),
            (f'[vars]\nQBO_CLIENT_ID = "{_OTHER_ID}"\nQBO_CLIENT_SECRET = "{_OTHER_SECRET}"\n\n[env.production.vars]\nQBO_CLIENT_ID = "{_ID}"\nQBO_CLIENT_SECRET = "{_SECRET}"\n', "production", _BOTH, "Le wrangler.toml de Cloudflare, où un environnement n’hérite d’aucune variable", "Cloudflare’s wrangler.toml, where an environment inherits no variable"),
            (json.dumps({"vars": {"QBO_CLIENT_ID": _OTHER_ID, "QBO_CLIENT_SECRET": _OTHER_SECRET}, "env": {"production": {"vars": {"QBO_CLIENT_ID": _ID, "QBO_CLIENT_SECRET": _SECRET}}}}), "production", _BOTH, "Le même fichier en JSON", "The same file in JSON"),
        )
    ),
    _example("Un wrangler.toml dont l’environnement n’a que le secret", "A wrangler.toml whose environment has only the secret", "label-included", "is-client-secret", environment="production", client_id=f'[vars]\nQBO_CLIENT_ID = "{_OTHER_ID}"\n\n[env.production.vars]\nQBO_CLIENT_SECRET = "{_SECRET}"\n', client_secret=""),
    Example(
        {"client_id": f"App,Environment,Client ID,Client secret\nMaple,Development,{_OTHER_ID},{_OTHER_SECRET}\nMaple,Production,{_ID},{_SECRET}\n", "environment": "production"},
        ("taken-apart", "plausible"),
        "review",
        cleaned={**_BOTH, "other_client_id": _OTHER_ID},
        about=Text(fr="Un tableau d’une ligne par environnement", en="A table of one row per environment"),
    ),
    Example(
        {"client_id": f",Development,Production\nClient ID,{_ID},{_OTHER_ID}\nClient secret,{_SECRET},{_OTHER_SECRET}\n", "environment": "sandbox"},
        ("taken-apart", "plausible"),
        "review",
        cleaned={**_BOTH, "other_client_id": _OTHER_ID},
        about=Text(fr="Un tableau d’une colonne par environnement", en="A table of one column per environment"),
    ),
    Example(
        {"client_id": f"CLIENT_ID={_OTHER_ID} # Production\nCLIENT_SECRET={_OTHER_SECRET} # Production\nCLIENT_ID={_ID} # Sandbox\nCLIENT_SECRET={_SECRET}\n", "environment": "production"},
        ("several-values",),
        "fail",
        about=Text(fr="Deux secrets, dont l’un ne dit pas son environnement", en="Two secrets, one of which doesn’t say its environment"),
    ),
    Example(
        {"client_id": f"[sandbox]\nclient_id = {_ID}\nclient_secret = {_SECRET}\n[production]\nclient_id = {_OTHER_ID}\nclient_secret = {_OTHER_SECRET}\n", "environment": "sandbox"},
        ("taken-apart", "plausible"),
        "review",
        cleaned={**_BOTH, "other_client_id": _OTHER_ID},
        about=Text(fr="Un fichier avec les clés des deux environnements", en="A file with the keys of both environments"),
    ),
)  # fmt: skip
