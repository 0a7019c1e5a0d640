using ApiDocs.Evaluation;
using ApiDocs.Reporting;

namespace ApiDocs.Tests.Reporting;

public sealed class TextReportTests
{
    [Fact]
    public void The_report_shows_the_model_the_baselines_the_areas_and_the_confusions()
    {
        string[] actual = ["System.IO", "System.IO", "System.Net", "System.Net"];
        var report = TextReport.Write(
            ClassificationMetrics.Of(actual, ["System.IO", "System.IO", "System.Net", "System.IO"]),
            new Baselines(
                ClassificationMetrics.Of(actual, ["System.Net", "System.Net", "System.IO", "System.IO"]),
                ClassificationMetrics.Of(actual, ["System.IO", "System.IO", "System.IO", "System.IO"])
            )
        );

        Assert.Equal(
            """
            The area of 4 members that were not trained on, predicted from their summaries

                                accuracy  macro F1
            this model             75.0%     73.3%
            naive Bayes             0.0%      0.0%
            most frequent area     50.0%     33.3%

            area                precision    recall        F1   members
            System.IO               66.7%    100.0%     80.0%         2
            System.Net             100.0%     50.0%     66.7%         2

            worst confusions
                1 of System.Net taken for System.IO

            """,
            report,
            ignoreLineEndingDifferences: true
        );
    }
}
