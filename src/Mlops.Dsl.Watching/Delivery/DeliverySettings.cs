namespace Mlops.Dsl.Watching;

/// <summary>How this program delivers, by its environment.</summary>
internal static class DeliverySettings
{
    /// <summary>
    /// The settings. A mail server that is set wrongly is said, and counts as none: other effects are delivered all the same.
    /// </summary>
    public static DeliveryOptions Create(string storePath, Action<string> say)
    {
        MailSettings? mail = null;
        try
        {
            mail = MailSettings.FromEnvironment();
        }
        catch (DeliveryException exception)
        {
            say(exception.Message);
        }

        return new DeliveryOptions
        {
            StorePath = storePath,
            Mail = mail,
            Say = say,
        };
    }
}
