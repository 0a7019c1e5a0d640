using Mlops.Dsl.Runtime;

namespace Mlops.Dsl.Watching;

/// <summary>The part of <c>up</c> that delivers.</summary>
internal static class OutboxUp
{
    public static Task RunAsync(UpContext context, CancellationToken cancellationToken)
    {
        var options = DeliverySettings.Create(context.Verb.StorePath, context.Say) with
        {
            FindPipeline = context.Verb.FindPipeline,
            Services = context.Verb.Services,
            LoggerFactory = context.Verb.LoggerFactory,
        };
        var mail = options.Mail is { } server ? $", mail through {server}" : $" ({MailSettings.Missing})";
        context.Say($"outbox: notices and starts are delivered{mail}");
        return new Outbox(context.Store, options).RunAsync(cancellationToken);
    }
}
