namespace Mlops.Dsl.Watching;

/// <summary>The mail server that notices go through, and who sends them.</summary>
/// <param name="Host">The server.</param>
/// <param name="Port">Its port.</param>
/// <param name="UsesTls">Whether the connection is encrypted from the start (<c>smtps</c>); otherwise it is as soon as the server offers
/// that.</param>
/// <param name="User">The user; null for a server that asks for none.</param>
/// <param name="Password">The user's password.</param>
/// <param name="Sender">The sender's address.</param>
public sealed record MailSettings(string Host, int Port, bool UsesTls, string? User, string? Password, string Sender)
{
    /// <summary>The environment variable of the server: <c>smtp://user:password@host:port</c>, or <c>smtps://…</c>.</summary>
    public const string ServerVariable = "MLOPS_SMTP";

    /// <summary>Why mails wait where no server is set.</summary>
    internal const string Missing = $"mail waits until {ServerVariable} is set to smtp://user:password@host:port";

    /// <summary>The environment variable of the sender's address.</summary>
    public const string SenderVariable = "MLOPS_MAIL_FROM";

    /// <summary>The settings of the environment; null where no server is set.</summary>
    /// <exception cref="DeliveryException">They are malformed.</exception>
    public static MailSettings? FromEnvironment() => Read(Environment.GetEnvironmentVariable);

    /// <summary>Reads the settings.</summary>
    /// <param name="getVariable">Reads an environment variable.</param>
    /// <exception cref="DeliveryException">They are malformed. The message does not quote what may hold a password.</exception>
    public static MailSettings? Read(Func<string, string?> getVariable)
    {
        ArgumentNullException.ThrowIfNull(getVariable);
        if (getVariable(ServerVariable) is not { Length: > 0 } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0)
        {
            throw new DeliveryException(
                $"{ServerVariable} is no mail server: write smtp://user:password@host:port, or smtps:// for one that is encrypted from "
                    + $"the start."
            );
        }

        var usesTls = uri.Scheme == "smtps";
        var user = uri.UserInfo.Length == 0 ? [] : uri.UserInfo.Split(':', 2);
        var name = user.Length > 0 ? Uri.UnescapeDataString(user[0]) : null;
        var sender =
            getVariable(SenderVariable) is { Length: > 0 } given ? given
            : name?.Contains('@', StringComparison.Ordinal) == true ? name
            : $"mlops@{uri.Host}";
        return MimeKit.MailboxAddress.TryParse(sender, out _)
            ? new MailSettings(
                uri.Host,
                uri.Port > 0 ? uri.Port
                    : usesTls ? 465
                    : 25,
                usesTls,
                name,
                user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
                sender
            )
            : throw new DeliveryException($"{SenderVariable} is no mail address.");
    }

    /// <summary>The server, without what must not be shown.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(UsesTls ? "smtps" : "smtp")}://{Host}:{Port}");
}
